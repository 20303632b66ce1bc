"""Tries changes out before they go live: the pack's own exam before and after, in a process of its own."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bot.app import answerer_of
from bot.refresh import TRIAL
from knowledge.changes import Change
from knowledge.library import Library
from knowledge.matching.cache import fitted
from knowledge.matching.training import fit
from knowledge.outcomes import Dialogue
from knowledge.overlay import overlay
from knowledge.upkeep.evaluation.comparing import Comparison, compare
from knowledge.upkeep.evaluation.questions import OWN_SETS, read_sets, set_files
from knowledge.upkeep.evaluation.results import Result
from knowledge.upkeep.evaluation.running import Wanted, evaluate


@dataclass(frozen=True, slots=True)
class Tried:
    """What changes would do: what of the exam they change, and which of them do not fit."""

    comparison: Comparison
    unfit: tuple[Change, ...]

    @property
    def worse(self) -> int:
        """How many questions of the exam would end worse."""
        return sum(change.way == "worse" for change in self.comparison.changes)


def try_out(library: Library, changes: Iterable[Change], folder: Path) -> Tried:
    """Examine a library without and with changes; its models are in `folder`. Takes some twenty seconds.

    It is done in another process: people are answered meanwhile. What was learned is kept, so that going live is quick.
    """
    found = overlay(library, changes)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        comparison = pool.submit(_compared, library, found.library, folder).result()
    return Tried(comparison, found.unfit)


def _compared(before: Library, after: Library, folder: Path) -> Comparison:
    return compare(_examined(before, folder), _examined(after, folder / TRIAL))


def _examined(library: Library, folder: Path) -> Result:
    answerer = answerer_of(library, fitted(library, folder, fit))
    sets = read_sets(set_files([library.folder / OWN_SETS]))
    result, _ = evaluate(library, answerer.answer, Dialogue(library.pack.languages[0]), Wanted(sets))
    return result
