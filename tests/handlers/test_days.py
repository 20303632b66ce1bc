"""Days in words, in both languages."""

import datetime as dt

import pytest

from handlers.days import in_words
from handlers.phrasebook import read_phrasebook
from knowledge.languages import Language


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("nl", dt.date(2027, 1, 4), "4 januari 2027"),
        ("en", dt.date(2027, 1, 4), "4 January 2027"),
        ("nl", dt.date(2026, 12, 31), "31 december 2026"),
        ("en", dt.date(2028, 2, 29), "29 February 2028"),
    ],
)
def test_a_day_is_said_as_people_say_it(language: Language, day: dt.date, words: str) -> None:
    assert in_words(read_phrasebook()[language], day) == words


def test_a_year_has_twelve_months(language: Language) -> None:
    assert len(set(read_phrasebook()[language].days.months.split())) == 12
