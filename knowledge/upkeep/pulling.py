"""What was changed beside a pack's files, written into them: what they say then is what was answered from."""

from knowledge.languages import LANGUAGES
from knowledge.library import Library
from knowledge.upkeep.exchange.items import Raw, raw_of
from knowledge.upkeep.rewriting import Rewriting
from knowledge.upkeep.writing import written

# Tables come last in a TOML file.
_LAST = (*LANGUAGES, "since")


def pull(files: Library, changed: Library) -> Rewriting:
    """Give the files that make a pack say what the same pack with changes says; nothing else in them moves."""
    said = {path: raw for path, raw in _entries(files, changed).items() if raw}
    said |= {path: raw for path, raw in _not_ours(files, changed).items() if raw}
    before = {path: file.read_text(encoding="utf-8") for path in said if (file := files.folder / path).exists()}
    return Rewriting({path: written(before.get(path, ""), raw) for path, raw in said.items()}, before)


def _entries(files: Library, changed: Library) -> dict[str, Raw]:
    found = {}
    for entry in changed.entries.values():
        there = files.entries.get(entry.id)
        if there is not entry:
            raw = _moved(raw_of(there) if there else {}, raw_of(entry))
            found[entry.file] = {key: raw[key] for key in sorted(raw, key=lambda key: key in _LAST) if key != "topic"}
    return found


def _not_ours(files: Library, changed: Library) -> dict[str, Raw]:
    return {
        f"outofscope.{code}.toml": _moved(
            *({name: [*texts] for name, texts in one.model_dump().items()} for one in (files.not_ours[code], examples))
        )
        for code, examples in changed.not_ours.items()
    }


def _moved(before: Raw, after: Raw) -> Raw:
    """Give what is not the same, table by table."""
    moved: Raw = {}
    for key, value in after.items():
        if isinstance(value, dict) and isinstance(before.get(key), dict):
            if inside := _moved(before[key], value):
                moved[key] = inside
        elif before.get(key) != value:
            moved[key] = value
    return moved
