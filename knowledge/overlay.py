"""Changes on top of a pack's files: library and changes in, another library out."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace

from knowledge.changes import Change
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.text import words


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A library with changes, those that were made, and those that do not fit the files (any more)."""

    library: Library
    made: tuple[Change, ...]
    unfit: tuple[Change, ...]


def overlay(library: Library, changes: Iterable[Change]) -> Overlaid:
    """Make changes one after the other; the digest of what comes of it is that of the files if none was made."""
    made: list[Change] = []
    unfit: list[Change] = []
    changed = library
    for change in changes:
        found = _changed(changed, change)
        (unfit if found is None else made).append(change)
        changed = found or changed
    if made:
        changed = replace(changed, digest=_digest(library.digest, made))
    return Overlaid(changed, tuple(made), tuple(unfit))


def _changed(library: Library, change: Change) -> Library | None:
    """Make one change; None if it does not fit."""
    if not change.text or change.language not in library.pack.languages or not words(change.text):
        return None
    match change.kind:
        case "phrasing":
            return _with_phrasing(library, change, change.language, change.text)
        case "unphrasing":
            return _without_phrasing(library, change, change.language, change.text)
        case "not-ours":
            return _with_not_ours(library, change.language, change.text)
        case _:
            return None


def _with_phrasing(library: Library, change: Change, language: Language, text: str) -> Library | None:
    entry = library.entries.get(change.entry or "")
    if entry is None or owner(library, text) is not None:
        return None
    return _rephrased(library, entry, language, (*entry.texts[language].phrasings, text))


def _without_phrasing(library: Library, change: Change, language: Language, text: str) -> Library | None:
    entry = library.entries.get(change.entry or "")
    phrasings = entry.texts[language].phrasings if entry else ()
    left = tuple(phrasing for phrasing in phrasings if words(phrasing) != words(text))
    return _rephrased(library, entry, language, left) if entry and 0 < len(left) < len(phrasings) else None


def _rephrased(library: Library, entry: Entry, language: Language, phrasings: tuple[str, ...]) -> Library:
    text = entry.texts[language].model_copy(update={"phrasings": phrasings})
    changed = entry.model_copy(update={"texts": {**entry.texts, language: text}})
    return replace(library, entries={**library.entries, entry.id: changed})


def _with_not_ours(library: Library, language: Language, text: str) -> Library | None:
    before = library.not_ours.get(language)
    if before is None or owner(library, text) is not None:
        return None
    after = before.model_copy(update={"near": (*before.near, text)})
    return replace(library, not_ours={**library.not_ours, language: after})


def owner(library: Library, text: str) -> str | None:
    """Tell what has a text already, in whatever letters: an entry by its id, "" for what is not ours; None if nobody.

    No text may stand in two places: what is learned from both says nothing.
    """
    typed = words(text)
    for entry in library.entries.values():
        for own in entry.texts.values():
            if any(words(phrasing) == typed for phrasing in (own.question, *own.phrasings)):
                return entry.id
    return "" if any(words(own) == typed for examples in library.not_ours.values() for own in examples.all) else None


def _digest(files: str, made: Iterable[Change]) -> str:
    digest = hashlib.sha256(files.encode())
    for change in made:
        digest.update(repr(astuple(change)).encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()[:16]
