"""Entries as a spreadsheet (XLSX, Office Open XML)."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError
from knowledge.upkeep.exchange.tables import COLUMNS, Row, items_in, known_columns, rows_of

# A spreadsheet is a zip file: one of some kilobytes can unfold to gigabytes.
LARGEST_UNFOLDED = 100_000_000
MOST_ROWS = 50_000
_WIDTHS = {
    "id": 28,
    "language": 9,
    "topic": 12,
    "question": 40,
    "answer": 80,
    "simple": 60,
    "more": 60,
    "phrasings": 60,
}


def write(items: Sequence[Item]) -> bytes:
    """Write a row per entry and language under a header that stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("entries")
    sheet.freeze_panes = "C2"
    for place, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, 30)
    sheet.append([_head(sheet, name) for name in COLUMNS])
    for row in rows_of(items):
        sheet.append([_cell(sheet, row[name]) for name in COLUMNS])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    """Read the rows of the first sheet; formulas count as what they last came to.

    Raises:
        UnreadableFileError: it is no spreadsheet, or one that unfolds to too much.
    """
    _not_too_large(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS)
        header = [_text(cell).strip().lower() for cell in next(rows, ())]
        found = [
            (f"row {number}", dict(zip(header, map(_text, row), strict=False))) for number, row in enumerate(rows, 2)
        ]
    # Whatever a broken file makes the library stumble over.
    except Exception as error:  # noqa: BLE001
        msg = f"is no spreadsheet (XLSX) that can be read: {type(error).__name__}"
        raise UnreadableFileError(msg) from None
    yield from known_columns(header, "row 1")
    yield from items_in(_filled(found), defaults)


def _head(sheet: WriteOnlyWorksheet, name: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    # What begins with "=" is text here, no formula.
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _filled(rows: Sequence[tuple[str, dict[str, str]]]) -> Iterator[Row]:
    yield from ((place, cells) for place, cells in rows if any(cells.values()))


def _text(cell: Any) -> str:  # noqa: ANN401
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def _not_too_large(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unfolded = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        raise UnreadableFileError("is no spreadsheet (XLSX)") from None
    if unfolded > LARGEST_UNFOLDED:
        msg = f"unfolds to {unfolded // 1_000_000} MB, at most {LARGEST_UNFOLDED // 1_000_000} are read"
        raise UnreadableFileError(msg)
