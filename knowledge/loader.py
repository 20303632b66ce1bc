"""Files to Library: reads a pack's folder, or reports everything that is wrong with it at once."""

from functools import partial
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from knowledge.consistency import problems_across
from knowledge.entries import Entry
from knowledge.languages import LANGUAGES
from knowledge.library import Library
from knowledge.pack import Chatter, NotOurs, Pack, Work
from knowledge.problems import BrokenPackError
from knowledge.reader import Raw, Reader, by_language

_PACK = TypeAdapter(Pack)
_ENTRY = TypeAdapter(Entry)
_WORKS = TypeAdapter(dict[str, Work])
_CHATTER = TypeAdapter(dict[str, Chatter])
_NOT_OURS = TypeAdapter(NotOurs)


def load(folder: Path) -> Library:
    """Read the pack in `folder`.

    Raises:
        BrokenPackError: with every problem found, each with its file, line and key.

    """
    reader = Reader(folder)
    pack = reader.read("pack.toml", _PACK, partial(by_language, field="faces", codes=LANGUAGES))
    works = reader.read("sources.toml", _WORKS)
    languages = pack.languages if pack else LANGUAGES
    chatter = {code: reader.read(f"smalltalk.{code}.toml", _CHATTER) for code in languages}
    not_ours = {code: reader.read(f"outofscope.{code}.toml", _NOT_OURS) for code in languages}
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.glob("entries/*/*.toml"))
    entries = {path: reader.read(path, _ENTRY, partial(_entry_shape, PurePosixPath(path))) for path in paths}
    if pack is None or works is None:
        raise BrokenPackError(reader.problems)
    found = {path: entry for path, entry in entries.items() if entry}
    library = Library(
        folder=folder,
        digest=reader.digest,
        pack=pack,
        works=works,
        entries={entry.id: entry for entry in sorted(found.values(), key=lambda entry: entry.id)},
        chatter={code: intents for code, intents in chatter.items() if intents},
        not_ours={code: examples for code, examples in not_ours.items() if examples},
    )
    # A file that could not be read leaves dangling references everywhere; its own lines say more than theirs.
    if not reader.problems:
        for path, key, reason in problems_across(library, found):
            reader.report(path, key, reason)
    if reader.problems:
        raise BrokenPackError(reader.problems)
    return library


def _entry_shape(path: PurePosixPath, raw: Raw) -> Raw:
    """Add what the place of the file says (topic and id) and gather the texts by language."""
    shaped = by_language(raw, "texts", LANGUAGES) | {"topic": path.parent.name, "id": path.stem}
    if isinstance(raw.get("since"), list):
        shaped["since"] = [
            by_language(later, "texts", LANGUAGES) if isinstance(later, dict) else later for later in raw["since"]
        ]
    return shaped
