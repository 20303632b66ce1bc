"""An entry as it travels: what its TOML file says, with its id and topic; and what is wrong where it was read."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from knowledge.entries import Entry, Pointer
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library

Raw: TypeAlias = dict[str, Any]

# What an entry has once, and what it has in each language.
SHARED = ("topic", "reviewed", "voice", "sources", "next", "since")
TEXTS = ("question", "answer", "simple", "more", "phrasings")
EVERYTHING = frozenset((*SHARED, *TEXTS))


@dataclass(frozen=True, slots=True)
class Item:
    """An entry, or what a file says of one: `raw` is as in its TOML file, but for what the file does not say.

    `place` tells where it was read, for people.
    """

    place: str
    id: str
    raw: Raw


@dataclass(frozen=True, slots=True)
class Complaint:
    """What could not be taken over, and where it stands."""

    place: str
    reason: str

    def __str__(self) -> str:
        """Give `place: reason`."""
        return f"{self.place}: {self.reason}"


class UnreadableFileError(Exception):
    """A file can't be read at all; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is meant where a file does not say it."""

    language: Language | None = None
    topic: str | None = None


def items_of(library: Library) -> tuple[Item, ...]:
    """Give every entry of a library, in the order of their ids."""
    return tuple(Item(entry.file, entry.id, raw_of(entry)) for entry in _sorted(library))


def raw_of(entry: Entry) -> Raw:
    """Give what an entry's file says, and its topic."""
    raw: Raw = {"topic": entry.topic, "reviewed": entry.reviewed, "voice": entry.voice}
    raw["sources"] = [_pointer(pointer) for pointer in entry.sources]
    raw["next"] = [{"kind": following.kind, "entry": following.entry} for following in entry.next]
    for code, text in entry.texts.items():
        raw[code] = {name: value for name in TEXTS if (value := getattr(text, name)) is not None}
        raw[code]["phrasings"] = list(text.phrasings)
    if entry.since:
        raw["since"] = [
            {"date": later.date, "certainty": later.certainty, "sources": [*later.sources], **later.texts}
            for later in entry.since
        ]
    return raw


def left_out(items: Iterable[Item], carries: Collection[str]) -> Mapping[str, int]:
    """Count, per field that a format does not carry, the entries that have it."""
    found: Counter[str] = Counter()
    for item in items:
        found.update(name for name in SHARED if name in item.raw and name not in carries)
        said = {name for code in LANGUAGES for name in item.raw.get(code, {})}
        found.update(name for name in TEXTS if name in said and name not in carries)
    return found


def _pointer(pointer: Pointer) -> Raw:
    raw: Raw = {"work": pointer.work}
    if pointer.section is not None:
        raw["section"] = pointer.section
    if pointer.para:
        raw["para"] = [*pointer.para]
    return raw


def _sorted(library: Library) -> list[Entry]:
    return [library.entries[name] for name in sorted(library.entries)]
