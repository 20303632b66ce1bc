"""Where what was changed beside the files and the files themselves say different things, and how one side wins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.changes import Change, Revision, in_force, standing
from knowledge.library import Library
from knowledge.overlay import overlay, owner
from knowledge.problems import BrokenPackError
from knowledge.written_entries import as_change_text, mark_of_entry, read_written


@dataclass(frozen=True, slots=True)
class Conflict:
    """A revision that does not fit the files; `files` says what stands there instead."""

    revision: Revision
    files: str


def conflicts(files: Library, log: Sequence[Revision]) -> tuple[Conflict, ...]:
    """Find the revisions in force that do not fit the files, in order."""
    found = overlay(files, in_force(log))
    return tuple(
        Conflict(revision, _what_files_say(files, revision.change))
        for revision in standing(log)
        if revision.change in found.unfit
    )


def keeping_files(conflict: Conflict) -> tuple[Change, ...]:
    """Give the changes by which the files win: the revision is undone."""
    return (Change("undo", target=conflict.revision.number),)


def keeping_change(files: Library, conflict: Conflict) -> tuple[Change, ...]:
    """Give the changes by which the revision wins: what is in its way goes first. None if nothing can make it fit."""
    change = conflict.revision.change
    again = (*_clearing(files, change), *_anew(files, change))
    if not again or overlay(files, again).unfit:
        return ()
    return (*keeping_files(conflict), *again)


def _clearing(files: Library, change: Change) -> Iterator[Change]:
    if change.kind not in ("phrasing", "not-ours"):
        return
    holder = owner(files, change.text or "")
    for code in files.pack.languages if holder is not None else ():
        away = Change("unphrasing" if holder else "ours", code, change.text, holder or None)
        if overlay(files, [away]).made:
            yield away


def _anew(files: Library, change: Change) -> Iterator[Change]:
    if change.kind != "entry":
        yield change
        return
    there = files.entries.get(change.entry or "")
    try:
        written = read_written(change.entry or "", change.text or "")
        mark = mark_of_entry(there) if there else None
        text = as_change_text(change.text or "", written.entry.topic, after=written.after, replaces=mark)
    except BrokenPackError:
        return
    yield replace(change, text=text)


def _what_files_say(files: Library, change: Change) -> str:
    if change.kind in ("phrasing", "unphrasing") and change.entry not in files.entries:
        return f"no entry {change.entry!r}"
    if change.kind == "entry":
        return "another text of this entry" if change.entry in files.entries else "nothing that it would fit"
    holder = owner(files, change.text or "")
    if holder is None:
        return "nothing that it would fit"
    return f"a phrasing of {holder}" if holder else "an example of what is not ours"
