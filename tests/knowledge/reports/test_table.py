"""The table: every value, and never a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reports.sheet import Row
from knowledge.reports.table import harmless, table_of
from tests.support.reports import sheet

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def read(table: bytes, separator: str = ",") -> list[list[str]]:
    return [*csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=separator)]


def test_every_value_has_a_line() -> None:
    rows = (Row("What is honey?", ("12", "3")), Row("été, “oui”", ("\N{EM DASH}", "4")))
    assert read(table_of(sheet(*rows, columns=("before", "after")))) == [
        ["part", "item", "measure", "value"],
        ["Asked most", "What is honey?", "before", "12"],
        ["Asked most", "What is honey?", "after", "3"],
        ["Asked most", "été, “oui”", "before", "\N{EM DASH}"],
        ["Asked most", "été, “oui”", "after", "4"],
    ]


def test_dutch_spreadsheets_want_semicolons_and_both_want_to_know_the_letters() -> None:
    table = table_of(sheet(language="nl"))
    assert table.startswith(b"\xef\xbb\xbfpart;item;")
    assert read(table, ";")[1] == ["Asked most", "What is honey?", "number", "12"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1", "=cmd|' /C calc'!A0"]
)
def test_what_would_be_calculated_is_not(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert read(table_of(sheet(Row(text, ("12",)))))[1][1] == f"'{text}"


@pytest.mark.parametrize("text", ["12", "\N{EM DASH}", "What = that?", "a-b", "", "€ 5"])
def test_everything_else_stays(text: str) -> None:
    assert harmless(text) == text


@given(TEXTS)
def test_whatever_a_pupil_typed_no_cell_begins_a_formula(text: str) -> None:
    for cell in read(table_of(sheet(Row(text, ("12",)))))[1]:
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
