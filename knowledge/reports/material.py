"""What a report is made of: rows of one class, with its pupils' pseudonyms only to count heads by."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from knowledge.outcomes import Act

Phase = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a pupil typed and what came of it; `options` are what was offered."""

    person: str
    at: dt.datetime
    act: Act
    text: str
    entry: str | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A pupil's answer to a quiz question; `mistake` is the distinction or entry that a wrong one mixes up."""

    person: str
    at: dt.datetime
    question: str
    right: bool
    mistake: str | None = None
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """All of a class: how many pupils are in it, what they asked, what they answered, oldest first.

    `lesson_at` is when the lesson began, if that is known: questions before it and since are told apart.
    """

    pupils: int
    asked: tuple[Asked, ...] = ()
    given: tuple[Given, ...] = ()
    lesson_at: dt.datetime | None = None
