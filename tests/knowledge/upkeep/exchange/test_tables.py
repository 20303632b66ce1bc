"""Entries as rows of a table."""

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, items_of
from knowledge.upkeep.exchange.tables import COLUMNS, items_in, known_columns, rows_of, slug

ROW = {"id": "bees-wax", "language": "en", "question": "What is wax?", "since": "2021 | reported | paper | Told."}
OTHER = {"id": "bees-wax", "language": "nl", "question": "Wat is was?", "since": "2021 | reported | paper | Verteld."}


def read(*rows: dict[str, str], defaults: Defaults | None = None) -> list[Item | Complaint]:
    """Read rows that stand in lines 2, 3 and so on."""
    return list(items_in(((f"line {number}", row) for number, row in enumerate(rows, 2)), defaults or Defaults()))


def test_every_entry_comes_back_as_it_was(small_library: Library) -> None:
    items = items_of(small_library)
    rows = list(rows_of(items))
    assert len(rows) == 2 * len(items)
    assert all({*row} == {*COLUMNS} for row in rows)
    assert [(item.id, item.raw) for item in read(*rows) if isinstance(item, Item)] == [
        (item.id, item.raw) for item in items
    ]


def test_the_rows_of_one_entry_are_put_together() -> None:
    [item] = read(ROW, OTHER)
    assert isinstance(item, Item)
    assert item.raw["nl"] == {"question": "Wat is was?"}
    assert item.raw["since"] == [
        {"date": "2021", "certainty": "reported", "sources": ["paper"], "en": "Told.", "nl": "Verteld."}
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"language": "en"}, "has neither an id nor a question"),
        (ROW | {"language": "xx"}, "the language is one of nl, en, not 'xx'"),
        ({"id": "bees-wax"}, "the language is one of nl, en; say it with --lang"),
        (OTHER | {"reviewed": "yesterday"}, "a date is written 2026-01-31, not 'yesterday'"),
        (ROW, "en of 'bees-wax' is there twice"),
        (OTHER | {"voice": "author"}, None),
        (OTHER | {"since": "1999 | reported | paper | Anders."}, "tells other later facts than another row"),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_the_others_are_taken(row: dict[str, str], reason: str | None) -> None:
    found = read(ROW, row)
    complaints = [str(one) for one in found if isinstance(one, Complaint)]
    assert [one.startswith(f"line 3: {reason}") for one in complaints] == [True] * (reason is not None)
    assert any(isinstance(one, Item) and one.raw["en"] == {"question": "What is wax?"} for one in found)


def test_two_rows_that_say_different_things_of_an_entry_are_named() -> None:
    found = read(ROW | {"voice": "essay"}, OTHER | {"voice": "author"})
    assert [str(one) for one in found if isinstance(one, Complaint)] == [
        "line 3: voice of 'bees-wax' is not the same as in another row"
    ]


def test_what_is_not_said_is_as_given() -> None:
    [item] = read({"question": "What's the Queen's job?"}, defaults=Defaults("en", "bees"))
    assert isinstance(item, Item)
    assert (item.id, item.raw["topic"], [*item.raw]) == ("what-s-the-queen-s-job", "bees", ["topic", "en"])


def test_columns_that_mean_nothing_are_named_and_so_is_a_table_without_any() -> None:
    assert [str(one) for one in known_columns(["ID", " Question ", "colour"], "line 1")] == [
        "line 1: no column of ours: 'colour'"
    ]
    assert len([*known_columns(["naam"], "line 1")]) == 2


def test_an_id_fits_a_button() -> None:
    assert len(slug("why " * 30)) <= 48
    assert slug("???") == ""
