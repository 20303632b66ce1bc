"""What the bot missed: questions that found no answer or a wrong one, and answers that helped nobody."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.languages import Language

MissKind: TypeAlias = Literal["unanswered", "unclear", "rejected", "corrected", "awaited"]
"""It was refused; it was asked which was meant; the answer was said to be none; an offered one was picked; its asker
waits for an answer."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that was missed. `asker` is a pseudonym; `entry` what was answered (rejected) or meant (corrected)."""

    text: str
    language: Language
    kind: MissKind
    at: dt.datetime
    asker: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote on an answer."""

    entry: str
    helpful: bool
    at: dt.datetime
    asker: str


@dataclass(frozen=True, slots=True)
class Missed:
    """Everything that was missed in a time, in the order in which it was asked."""

    misses: tuple[Miss, ...]
    votes: tuple[Voted, ...]
