"""Finds the line on which a key of a TOML file stands; tomllib itself forgets lines."""

import re
from collections.abc import Iterator, Sequence

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")
_QUOTES = ('"""', "'''")


def line_of(text: str, path: Sequence[str | int]) -> int:
    """Give the line (from 1) where `path` is written, or of its nearest written parent; 0 for the root.

    Positions in an array of tables count its headers; positions in a plain array fall back to the array's key.
    """
    where: dict[Path, int] = {(): 0}
    for written, number in _written(text):
        where.setdefault(written, number)
    wanted = tuple(path)
    return next(where[wanted[:end]] for end in range(len(wanted), -1, -1) if wanted[:end] in where)


def _written(text: str) -> Iterator[tuple[Path, int]]:
    """Yield every table and key with its line, in the order of the file."""
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in _outside_quotations(text):
        if header := _HEADER.match(line):
            table = tuple(part.strip("\"' ") for part in header[2].split("."))
            if header[1] == "[[":
                yield table, number
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, key[1].strip("\"'")), number


def _outside_quotations(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines, numbered from 1, that do not start inside a multi-line quotation."""
    quotation: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if quotation is None:
            yield number, line
        quotation = _open_after(line, quotation)


def _open_after(line: str, quotation: str | None) -> str | None:
    """Tell which quotation is open at the end of a line, given the one that is open at its start."""
    rest = line
    while True:
        if quotation is None:
            found = [(rest.find(mark), mark) for mark in _QUOTES if mark in rest]
            if not found:
                return None
            start, quotation = min(found)
            rest = rest[start + len(quotation) :]
        if quotation not in rest:
            return quotation
        rest, quotation = rest.split(quotation, 1)[1], None
