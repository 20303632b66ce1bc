"""Entries as a spreadsheet."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from knowledge.library import Library
from knowledge.upkeep.exchange import xlsx_file
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError, items_of


def sheet(*rows: list[object]) -> bytes:
    """Write a spreadsheet as a person would."""
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(file)
    return file.getvalue()


def test_every_entry_comes_back(small_library: Library) -> None:
    items = items_of(small_library)
    found = list(xlsx_file.read(xlsx_file.write(items), Defaults()))
    assert [one.raw for one in found if isinstance(one, Item)] == [item.raw for item in items]
    assert len(found) == len(items)


def test_what_begins_like_a_formula_is_text(small_library: Library) -> None:
    [item, *_] = items_of(small_library)
    item.raw["en"]["question"] = "=HYPERLINK(1)"
    row = next(load_workbook(io.BytesIO(xlsx_file.write([item]))).worksheets[0].iter_rows(min_row=3))
    assert [(cell.value, cell.data_type) for cell in row if str(cell.value).startswith("=")] == [("=HYPERLINK(1)", "s")]


def test_a_sheet_that_somebody_typed_is_read_and_empty_rows_are_passed_over() -> None:
    content = sheet(["ID", "Language", "Question"], [None, None, None], ["a", "en", 42], ["b", "xx", "Why?"])
    found = list(xlsx_file.read(content, Defaults()))
    assert [one.raw for one in found if isinstance(one, Item)] == [{"en": {"question": "42"}}]
    assert [one.place for one in found if isinstance(one, Complaint)] == ["row 4"]


def test_a_file_that_unfolds_to_gigabytes_is_refused_unopened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (xlsx_file.LARGEST_UNFOLDED + 1))
    with pytest.raises(UnreadableFileError, match="unfolds to 100 MB"):
        list(xlsx_file.read(file.getvalue(), Defaults()))


def empty_zip() -> bytes:
    """Make a zip file that is no spreadsheet."""
    file = io.BytesIO()
    zipfile.ZipFile(file, "w").close()
    return file.getvalue()


@pytest.mark.parametrize("content", [b"", b"id,language", empty_zip()])
def test_what_is_no_spreadsheet_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="is no spreadsheet"):
        list(xlsx_file.read(content, Defaults()))
