"""Entries as CSV."""

import csv
import io

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange import csv_file
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError, items_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_entry_comes_back_however_it_is_separated(small_library: Library, delimiter: str) -> None:
    items = items_of(small_library)
    rows = list(csv.reader(io.StringIO(csv_file.write(items).decode("utf-8-sig"), newline="")))
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    found = list(csv_file.read(file.getvalue().encode(), Defaults()))
    assert [one.raw for one in found if isinstance(one, Item)] == [item.raw for item in items]
    assert len(found) == len(items)


@pytest.mark.parametrize("asked", ["=1+1", "@SUM(A1)", "+31", "-x", "'quoted", "'=1"])
def test_no_cell_is_a_formula_and_each_comes_back(asked: str) -> None:
    item = Item(
        "", "bees-wax", {"topic": "bees", "voice": "essay", "reviewed": "2026-01-31", "sources": [], "next": []}
    )
    item.raw["en"] = {"question": asked, "answer": "x", "simple": "x", "phrasings": [asked]}
    content = csv_file.write([item])
    cells = next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert cells["question"].startswith("'")
    [found] = csv_file.read(content, Defaults())
    assert isinstance(found, Item)
    assert found.raw["en"]["question"] == asked


def test_a_bad_row_is_named_with_its_line() -> None:
    found = list(csv_file.read(b"id,language,question\r\na,en,Why?\r\nb,xx,Why not?\r\n", Defaults()))
    assert [str(one) for one in found if isinstance(one, Complaint)] == [
        "line 3: the language is one of nl, en, not 'xx'"
    ]
    assert [one.id for one in found if isinstance(one, Item)] == ["a"]


def test_what_is_no_csv_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="is no CSV"):
        list(csv_file.read(b'id,language\n"' + b"x" * 2_000_000, Defaults()))
