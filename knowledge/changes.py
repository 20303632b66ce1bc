"""What maintainers changed beside the pack's files: a log to which is only added, and what of it is in force."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.languages import Language

ChangeKind: TypeAlias = Literal["phrasing", "unphrasing", "not-ours", "ours", "entry", "undo"]
"""A phrasing of an entry more, or less; an example more of what is not the base's own, or less; an entry, new or
written anew; an earlier change undone."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `target` is the revision that it takes back: an undo always, another if the files say that by now.

    All but an undo have a text. That of an entry is its file, see `knowledge.written_entries`; every other has a
    language too.
    """

    kind: ChangeKind
    language: Language | None = None
    text: str | None = None
    entry: str | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A change in the log: its number, from 1, when it was made, by whom (a mark, no name) and why."""

    number: int
    at: dt.datetime
    author: str
    reason: str
    change: Change


def standing(log: Sequence[Revision]) -> tuple[Revision, ...]:
    """Give the revisions that are not undone, in order; an undo that was undone itself undoes nothing."""
    undone: set[int] = set()
    for revision in reversed(log):
        target = revision.change.target
        if target is not None and revision.number not in undone:
            undone.add(target)
    return tuple(revision for revision in log if revision.number not in undone)


def in_force(log: Sequence[Revision]) -> tuple[Change, ...]:
    """Give the changes of the content that hold, in the order in which they were made."""
    return tuple(revision.change for revision in standing(log) if revision.change.kind != "undo")


def undoing(log: Sequence[Revision], after: int) -> tuple[Change, ...]:
    """Give what brings the content back to how it was at a revision (0: the files alone), the latest first."""
    later = [revision for revision in standing(log) if revision.number > after and _touches(revision.change, after)]
    return tuple(Change("undo", target=revision.number) for revision in reversed(later))


def _touches(change: Change, after: int) -> bool:
    """Tell whether a later change matters to what was there at a revision: not if it undoes what came after it too."""
    return change.target is None or change.target <= after
