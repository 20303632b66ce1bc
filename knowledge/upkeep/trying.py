"""What changes would do to the pack's own exam, before they go live."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.changes import Change
from knowledge.library import Library
from knowledge.upkeep.evaluation.comparing import Comparison, Way


@dataclass(frozen=True, slots=True)
class Tried:
    """What changes would do: what of the exam they change, and which of them do not fit."""

    comparison: Comparison
    unfit: tuple[Change, ...]

    @property
    def worse(self) -> int:
        """How many questions of the exam would end worse."""
        return self.count("worse")

    def count(self, way: Way) -> int:
        """Count the questions of the exam that would end so."""
        return sum(change.way == way for change in self.comparison.changes)


TryOut: TypeAlias = Callable[[Library, Sequence[Change]], Tried]
"""Examines a library without and with changes; takes some twenty seconds."""
