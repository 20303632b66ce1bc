"""Writes what changed into TOML files, and nothing else: comments, order and spacing stay as people left them."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import tomlkit
from tomlkit.items import AoT, Array, Item, Table

Raw: TypeAlias = Mapping[str, Any]

_QUOTES = "'''"
_INDENT = "  "


def written(before: str, said: Raw) -> str:
    """Give the text of a TOML file in which what is `said` holds; what it does not say stays.

    `before` is the text of the file, "" for a new one.
    """
    document = tomlkit.parse(before)
    _merge(document, said)
    return tomlkit.dumps(document)


def _merge(table: Any, said: Raw) -> None:  # noqa: ANN401  (documents and tables have no type in common)
    for key, value in said.items():
        if isinstance(value, Mapping):
            if key not in table:
                table[key] = tomlkit.table()
            _merge(table[key], value)
        elif key not in table or _plain(table[key]) != value:
            if isinstance(value, list) and isinstance(table.get(key), Array) and _is_texts(value):
                _bring_to(table[key], value)
            else:
                table[key] = _item(value)


def _bring_to(array: Array, texts: Sequence[str]) -> None:
    """Take out what goes and add what comes at the end, so that the rest keeps its lines and comments."""
    for place in reversed([place for place, text in enumerate(array) if text not in texts]):
        del array[place]
    there = {str(text) for text in array}
    for text in texts:
        if text not in there:
            array.add_line(text, indent=_INDENT)
    if [*map(str, array)] != [*texts]:
        array.clear()
        array.extend(texts)
        array.multiline(multiline=True)


def _item(value: Any) -> Item:  # noqa: ANN401
    if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
        return _tables(value)
    if isinstance(value, list):
        array = tomlkit.array()
        array.extend(value)
        array.multiline(multiline=_is_texts(value))
        return array
    if isinstance(value, str) and ("\n" in value or len(value) > 60) and _QUOTES not in value:  # noqa: PLR2004
        return tomlkit.string(value, literal=True, multiline=True)
    item: Item = tomlkit.item(value)
    return item


def _tables(value: Sequence[Raw]) -> Item:
    """Write long pieces as tables of their own, short ones as lines of an array."""
    if any(isinstance(field, str) and len(field) > 60 for each in value for field in each.values()):  # noqa: PLR2004
        tables = AoT([])
        for each in value:
            table: Table = tomlkit.table()
            _merge(table, each)
            tables.append(table)
        return tables
    array = tomlkit.array()
    for each in value:
        line = tomlkit.inline_table()
        line.update({key: tomlkit.item(field) for key, field in each.items()})
        array.append(line)
    return array.multiline(multiline=True)


def _plain(item: Any) -> Any:  # noqa: ANN401
    return item.unwrap() if isinstance(item, Item) else item


def _is_texts(value: Sequence[Any]) -> bool:
    return all(isinstance(each, str) for each in value)
