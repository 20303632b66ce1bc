"""Entries as CSV, as spreadsheet programs write and read it."""

import csv
import io
from collections.abc import Iterator, Sequence

from knowledge.upkeep.exchange.decoding import decoded
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError
from knowledge.upkeep.exchange.tables import COLUMNS, Row, items_in, known_columns, rows_of

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it says that it is text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LARGEST_CELL = 1_000_000


def write(items: Sequence[Item]) -> bytes:
    """Write a row per entry and language; the mark at the beginning tells spreadsheet programs that it is UTF-8."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows({name: _as_text(cell) for name, cell in row.items()} for row in rows_of(items))
    return file.getvalue().encode("utf-8-sig")


def read(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    """Read rows, separated by commas, semicolons or tabs, whatever the order of the columns.

    Raises:
        UnreadableFileError: it is no text, or no CSV.
    """
    csv.field_size_limit(_LARGEST_CELL)
    text = decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from known_columns(reader.fieldnames or (), "line 1")
        yield from items_in(_rows(reader), defaults)
    except csv.Error as error:
        msg = f"line {reader.line_num} is no CSV: {error}"
        raise UnreadableFileError(msg) from None


def _rows(reader: "csv.DictReader[str]") -> Iterator[Row]:
    for row in reader:
        cells = {name.strip().lower(): _as_typed(cell) for name, cell in row.items() if name and isinstance(cell, str)}
        yield f"line {reader.line_num}", cells


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _as_typed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
