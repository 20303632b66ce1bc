"""What is kept about a person, written out."""

import datetime as dt
import json

from handlers.own_data_pages import heading_of, in_numbers, own_json, own_page
from handlers.phrasebook import read_phrasebook
from knowledge.languages import Language
from knowledge.records.holdings import HOLDINGS

BOOK = read_phrasebook()
DATA = {
    "questions": [
        {"id": 1, "asked_at": dt.datetime(2027, 1, 4, 8, tzinfo=dt.UTC), "text": "<b>é\u202e</b>", "entry": None},
        {"id": 2, "asked_at": dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC), "text": "", "offered": ["a", "b"]},
    ],
    "daily": [{"sent_on": dt.date(2027, 1, 4), "thread": {}}],
}


def test_every_table_of_people_has_a_heading(language: Language) -> None:
    headings = BOOK[language].own_data.tables
    assert {holding.name for holding in HOLDINGS if holding.by} | {"classes"} <= {*headings}
    assert len(set(headings.values())) == len(headings)


def test_the_page_shows_each_row_and_leaves_out_what_is_empty(language: Language) -> None:
    page = own_page(BOOK[language], language, "Bot", DATA, dt.date(2027, 1, 4))
    assert f"<h2>{BOOK[language].own_data.tables['questions']} (2)</h2>" in page
    assert "<dt>asked at</dt><dd>2027-01-04 08:00:00+00:00</dd>" in page
    assert "&lt;b&gt;é" in page
    assert "<dt>sent on</dt><dd>2027-01-04</dd>" in page
    for empty in ("entry", "thread"):
        assert f"<dt>{empty}</dt>" not in page


def test_programs_get_every_row_as_it_is() -> None:
    data = json.loads(own_json(DATA))
    assert data["questions"][0]["text"] == "<b>é\u202e</b>"
    assert dt.datetime.fromisoformat(data["questions"][0]["asked_at"]) == DATA["questions"][0]["asked_at"]
    assert data["questions"][1]["offered"] == ["a", "b"]
    assert data["daily"] == [{"sent_on": "2027-01-04", "thread": {}}]


def test_numbers_are_told_a_line_each(language: Language) -> None:
    lines = in_numbers(BOOK[language], {"questions": 12, "of_another_version": 1}).splitlines()
    assert lines == [f"- {BOOK[language].own_data.tables['questions']}: 12", "- of_another_version: 1"]
    assert heading_of(BOOK[language], "nope") == "nope"
