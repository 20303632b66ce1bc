"""Finds the line on which a key of a TOML file stands; tomli itself forgets lines."""

import re
from collections.abc import Iterator, Sequence

Path = tuple[str | int, ...]

_HEADER = re.compile(r"""^\s*(\[\[?)\s*((?:[\w.\s-]|"[^"]*"|'[^']*')+?)\s*\]\]?\s*(?:#.*)?$""")
_KEY = re.compile(r"""^\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")
_MULTI_LINE = ('"""', "'''")
# What decides where a value ends: quotations, comments and brackets.
_TOKEN = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|\#.*|[\[\]{}]""")


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
    for number, line in _outside_values(text):
        if header := _HEADER.match(line):
            table = _place([part.strip("\"' ") for part in header[2].split(".")], counts)
            if header[1] == "[[":
                yield table, number
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, key[1].strip("\"'")), number


def _place(parts: Sequence[str], counts: dict[Path, int]) -> Path:
    """Give the path of a header; a table under an array of tables belongs to the array's newest item."""
    place: Path = ()
    for part in parts:
        if place in counts:
            place = (*place, counts[place])
        place = (*place, part)
    return place


def _outside_values(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines, numbered from 1, that do not start inside a value that began on an earlier line."""
    quotation, depth = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not quotation and not depth:
            yield number, line
            if _HEADER.match(line):
                continue
        quotation, depth = _after(line, quotation, depth)


def _after(line: str, quotation: str, depth: int) -> tuple[str, int]:
    """Tell which quotation and how many brackets are open at the end of a line, given those at its start."""
    position = 0
    while True:
        if quotation:
            end = line.find(quotation, position)
            if end < 0:
                return quotation, depth
            position, quotation = end + len(quotation), ""
        token = _TOKEN.search(line, position)
        if token is None or token.group().startswith("#"):
            return "", depth
        position = token.end()
        if token.group() in _MULTI_LINE:
            quotation = token.group()
        depth += (token.group() in "[{") - (token.group() in "]}")
