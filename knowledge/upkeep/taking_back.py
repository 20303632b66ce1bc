"""Takes changes back also where `kb pull` has written them into the pack's files by now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.changes import Change, ChangeKind, Revision, in_force
from knowledge.library import Library
from knowledge.overlay import overlay

_INVERSE: Mapping[ChangeKind, ChangeKind] = {
    "phrasing": "unphrasing",
    "unphrasing": "phrasing",
    "not-ours": "ours",
    "ours": "not-ours",
}


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The changes that take others back; `left` are the entries that stay all the same, as the files have them."""

    changes: tuple[Change, ...]
    left: tuple[str, ...]


def taking_back(files: Library, log: Sequence[Revision], undos: Iterable[Change]) -> TakenBack:
    """Turn undos of what the files say by now into changes on top of the files that undo it there; keep the others.

    An entry can't be taken out of the files so.
    """
    written = {id(change) for change in overlay(files, in_force(log)).settled}
    settled = {
        revision.number: revision.change
        for revision in log
        # What takes back another is itself taken back by letting that one hold again.
        if id(revision.change) in written and revision.change.target is None
    }
    changes, left = [], []
    for undo in undos:
        taught = settled.get(undo.target or 0)
        kind = _INVERSE.get(taught.kind) if taught else None
        changes.append(replace(taught, kind=kind, target=undo.target) if taught and kind else undo)
        if taught and taught.kind == "entry":
            left.append(taught.entry or "")
    return TakenBack(tuple(changes), tuple(left))
