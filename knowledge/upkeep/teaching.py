"""Whether a change may be made beside the pack's files, and if not why: the same for a command line and for a chat."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.changes import Change
from knowledge.library import Library
from knowledge.overlay import overlay, owner
from knowledge.problems import BrokenPackError
from knowledge.text import words
from knowledge.upkeep.evaluation.questions import OWN_SETS, BadSetError, read_sets, set_files
from knowledge.upkeep.wording import SHORTEST_EXAM_QUESTION
from knowledge.written_entries import read_written, with_entry

Why: TypeAlias = Literal["no-entry", "taken", "taken-by-none", "few-left", "no-words", "exam", "broken", "changed"]
"""No such entry; the text is another's, or of what is not ours; there is no such phrasing, or too few would be left; no
words, or no language of the pack; the pack's own exam asks it; an entry breaks a rule, or changed in the meantime."""

Asked: TypeAlias = AbstractSet[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a change is not made; `detail` is the other entry's id, or the problems of an entry, a line each."""

    why: Why
    detail: str = ""


def asked_in_exam(library: Library) -> Asked:
    """Give what the pack's own exam asks, as words; nothing if its sets can't be read."""
    try:
        sets = read_sets(set_files([library.folder / OWN_SETS]))
    except BadSetError:
        return frozenset()
    turns = (turn.text for talk in sets.conversations for turn in talk.turns)
    every = (tuple(words(text)) for text in (*(question.text for question in sets.questions), *turns))
    return frozenset(asked for asked in every if len(asked) >= SHORTEST_EXAM_QUESTION)


def refused(library: Library, change: Change, exam: Asked = frozenset()) -> Refused | None:
    """Tell why a change of a library can't be made; None if it can. `exam` is what `asked_in_exam` gives."""
    if change.kind in ("phrasing", "not-ours") and tuple(words(change.text or "")) in exam:
        return Refused("exam")
    if overlay(library, [change]).made:
        return None
    if change.kind == "entry":
        return _entry_refused(library, change)
    if change.kind in ("phrasing", "unphrasing") and change.entry not in library.entries:
        return Refused("no-entry", change.entry or "")
    return _text_refused(library, change)


def sorted_out(library: Library, changes: Iterable[Change]) -> tuple[list[Change], list[tuple[Change, Refused]]]:
    """Give the changes of a library that can be made, each by itself, and the others with why they can't."""
    exam = asked_in_exam(library)
    found = [(change, refused(library, change, exam)) for change in changes]
    return [change for change, why in found if why is None], [(change, why) for change, why in found if why]


def _text_refused(library: Library, change: Change) -> Refused:
    if change.kind in ("unphrasing", "ours"):
        return Refused("few-left", change.entry or "")
    holder = owner(library, change.text or "")
    if holder is None:
        return Refused("no-words")
    return Refused("taken", holder) if holder else Refused("taken-by-none")


def _entry_refused(library: Library, change: Change) -> Refused:
    try:
        with_entry(library, read_written(change.entry or "", change.text or ""))
    except BrokenPackError as error:
        return Refused("broken", str(error))
    return Refused("changed", change.entry or "")
