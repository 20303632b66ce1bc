"""Changes on top of a pack's files: library and changes in, another library out."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, replace

from knowledge.changes import Change, ChangeKind
from knowledge.entries import FEWEST_PHRASINGS, Entry
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.pack import NotOurs
from knowledge.problems import BrokenPackError
from knowledge.text import words
from knowledge.written_entries import mark_of_entry, read_written, with_entry


class Typed(dict[str, str]):
    """Texts in their comparable form, each normalised once: a base has tens of thousands of them."""

    def __missing__(self, text: str) -> str:
        """Normalise a text."""
        self[text] = found = " ".join(words(text))
        return found


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A library with changes: those that were made, those that the files say already, and those that don't fit them."""

    library: Library
    made: tuple[Change, ...]
    settled: tuple[Change, ...]
    unfit: tuple[Change, ...]


def overlay(library: Library, changes: Iterable[Change]) -> Overlaid:
    """Make changes one after the other; the digest of what comes of it is that of the files if none was made."""
    made: list[Change] = []
    settled: list[Change] = []
    unfit: list[Change] = []
    changed, typed = library, Typed()
    for change in changes:
        found = _changed(changed, change, typed)
        if found is not None:
            made.append(change)
            changed = found
        else:
            (settled if _is_settled(changed, change, typed) else unfit).append(change)
    if made:
        changed = replace(changed, digest=_digest(library.digest, made))
    return Overlaid(changed, tuple(made), tuple(settled), tuple(unfit))


def owner(library: Library, text: str, typed: Typed | None = None) -> str | None:
    """Tell what has a text already, in whatever letters: an entry by its id, "" for what is not ours; None if nobody.

    No text may stand in two places: what is learned from both says nothing. Who asks often hands in the same `typed`.
    """
    typed = Typed() if typed is None else typed
    wanted = typed[text]
    for entry in library.entries.values():
        for own in entry.texts.values():
            if any(typed[phrasing] == wanted for phrasing in (own.question, *own.phrasings)):
                return entry.id
    return "" if any(typed[own] == wanted for examples in library.not_ours.values() for own in examples.all) else None


def _changed(library: Library, change: Change, typed: Typed) -> Library | None:
    """Make one change; None if it does not fit."""
    if change.kind == "entry":
        return _with_entry(library, change)
    if not change.text or change.language not in library.pack.languages or not words(change.text):
        return None
    make = _MAKE.get(change.kind)
    return make(library, change, change.language, typed) if make else None


def _is_settled(library: Library, change: Change, typed: Typed) -> bool:
    """Tell whether a library is already as a change would have it."""
    entry = library.entries.get(change.entry or "")
    if change.kind == "entry":
        return entry is not None and entry == _entry_in(change)
    has = owner(library, change.text or "", typed)
    match change.kind:
        case "phrasing":
            return entry is not None and has == entry.id
        case "unphrasing":
            return entry is not None and has != entry.id
        case _:
            return (has == "") is (change.kind == "not-ours") and change.kind != "undo"


def _entry_in(change: Change) -> Entry | None:
    try:
        return read_written(change.entry or "", change.text or "").entry
    except BrokenPackError:
        return None


def _with_entry(library: Library, change: Change) -> Library | None:
    try:
        written = read_written(change.entry or "", change.text or "")
        there = library.entries.get(written.entry.id)
        # Somebody changed the files meanwhile: what they wrote is not written over.
        fits = written.replaces == (mark_of_entry(there) if there else None)
        return with_entry(library, written) if fits else None
    except BrokenPackError:
        return None


def _with_phrasing(library: Library, change: Change, language: Language, typed: Typed) -> Library | None:
    entry, text = library.entries.get(change.entry or ""), change.text or ""
    if entry is None or owner(library, text, typed) is not None:
        return None
    return _rephrased(library, entry, language, (*entry.texts[language].phrasings, text))


def _without_phrasing(library: Library, change: Change, language: Language, typed: Typed) -> Library | None:
    entry, text = library.entries.get(change.entry or ""), change.text or ""
    phrasings = entry.texts[language].phrasings if entry else ()
    left = tuple(phrasing for phrasing in phrasings if typed[phrasing] != typed[text])
    enough = FEWEST_PHRASINGS <= len(left) < len(phrasings)
    return _rephrased(library, entry, language, left) if entry and enough else None


def _rephrased(library: Library, entry: Entry, language: Language, phrasings: tuple[str, ...]) -> Library:
    text = entry.texts[language].model_copy(update={"phrasings": phrasings})
    changed = entry.model_copy(update={"texts": {**entry.texts, language: text}})
    return replace(library, entries={**library.entries, entry.id: changed})


def _with_not_ours(library: Library, change: Change, language: Language, typed: Typed) -> Library | None:
    before, text = library.not_ours.get(language), change.text or ""
    if before is None or owner(library, text, typed) is not None:
        return None
    after = before.model_copy(update={"near": (*before.near, text)})
    return replace(library, not_ours={**library.not_ours, language: after})


def _without_not_ours(library: Library, change: Change, language: Language, typed: Typed) -> Library | None:
    before, text = library.not_ours.get(language), change.text or ""
    if before is None:
        return None
    left = {
        name: tuple(own for own in getattr(before, name) if typed[own] != typed[text]) for name in NotOurs.model_fields
    }
    after = before.model_copy(update=left)
    fits = after != before and all(left.values())
    return replace(library, not_ours={**library.not_ours, language: after}) if fits else None


_MAKE: Mapping[ChangeKind, Callable[[Library, Change, Language, Typed], Library | None]] = {
    "phrasing": _with_phrasing,
    "unphrasing": _without_phrasing,
    "not-ours": _with_not_ours,
    "ours": _without_not_ours,
}


def _digest(files: str, made: Iterable[Change]) -> str:
    """Give the digest of files with changes; it is the same whether they were made at once or one on top of another."""
    digest = files
    for change in made:
        digest = hashlib.sha256(f"{digest}{astuple(change)!r}".encode("utf-8", "replace")).hexdigest()[:16]
    return digest
