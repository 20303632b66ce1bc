"""Entries that are written outside of the pack's files: as the same text, and what else has to be known of them.

Beside what an entry's file says, the text has a table `[change]`: `topic`, for a new entry `after` (the entry that
leads to it from now on), and for one that is written anew `replaces` (the mark of how it was).
"""

import hashlib
import json
from dataclasses import dataclass, replace

import tomli
import tomlkit

from knowledge.changes import Change
from knowledge.consistency import problems_across
from knowledge.entries import MAX_ID_LENGTH, Entry, Next, entry_file
from knowledge.library import Library
from knowledge.loader import read_entry
from knowledge.problems import BrokenPackError, Problem

_ABOUT = "change"


@dataclass(frozen=True, slots=True)
class Written:
    """An entry, the one that leads to it from now on, and the mark of the one that it replaces."""

    entry: Entry
    after: str | None = None
    replaces: str | None = None


def mark_of_entry(entry: Entry) -> str:
    """Give a mark that changes with anything in an entry."""
    return hashlib.sha256(json.dumps(entry.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()[:16]


def as_change_text(source: str, topic: str, *, after: str | None = None, replaces: str | None = None) -> str:
    """Add to the text of an entry's file what else has to be known.

    Raises:
        BrokenPackError: the text is no TOML.
    """
    try:
        document = tomlkit.parse(source)
    except (ValueError, RecursionError) as error:
        raise BrokenPackError([Problem("entry", 0, "file", f"is not TOML: {error}")]) from None
    about = {"topic": topic, "after": after, "replaces": replaces}
    document[_ABOUT] = {key: value for key, value in about.items() if value is not None}
    return tomlkit.dumps(document)


def entry_change(library: Library, name: str, source: str, topic: str, after: str | None) -> Change:
    """Give the change by which the text of an entry's file is added to a library, or replaces what is there.

    Raises:
        BrokenPackError: the text is no TOML.
    """
    there = library.entries.get(name)
    replaces = mark_of_entry(there) if there else None
    # Who leads to an entry that is there is not for its own file to say.
    text = as_change_text(source, topic, after=None if there else after, replaces=replaces)
    return Change("entry", text=text, entry=name)


def read_written(name: str, text: str) -> Written:
    """Read an entry from the text of a change.

    Raises:
        BrokenPackError: with every problem found in it.
    """
    path = f"entries/{name[:MAX_ID_LENGTH]}.toml"
    try:
        about = tomli.loads(text).get(_ABOUT)
    except (ValueError, RecursionError) as error:
        raise BrokenPackError([Problem(path, 0, "file", f"is not TOML: {error}")]) from None
    if not isinstance(about, dict) or not isinstance(about.get("topic"), str):
        raise BrokenPackError([Problem(path, 0, _ABOUT, "does not say the topic")])
    document = tomlkit.parse(text)
    del document[_ABOUT]
    entry = read_entry(entry_file(about["topic"], name), tomlkit.dumps(document))
    if (entry.id, entry.topic) != (name, about["topic"]):
        raise BrokenPackError([Problem(path, 0, "file", "the id or the topic is no name")])
    after, replaces = (about.get(key) for key in ("after", "replaces"))
    return Written(entry, *(value if isinstance(value, str) else None for value in (after, replaces)))


def with_entry(library: Library, written: Written) -> Library:
    """Give a library with an entry more, or with another in its place.

    Raises:
        BrokenPackError: it does not fit what else is there.
    """
    entry = written.entry
    entries = {**library.entries, entry.id: entry}
    if written.after and (before := library.entries.get(written.after)):
        leads = any(following.entry == entry.id for following in before.next)
        following = before.next if leads else (*before.next, Next(kind="detail", entry=entry.id))
        entries[before.id] = before.model_copy(update={"next": following})
    changed = replace(library, entries={name: entries[name] for name in sorted(entries)})
    found = {each.file: each for each in changed.entries.values()}
    problems = [
        Problem(where, 0, ".".join(map(str, key)) or "file", reason)
        for where, key, reason in problems_across(changed, found, {})
        if where == entry.file
    ]
    if problems:
        raise BrokenPackError(problems)
    return changed
