"""The rules of a class: title, code, end."""

import datetime as dt
import string
import unicodedata
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.classes import (
    ALPHABET,
    LONGEST_TITLE,
    MOST_DAYS,
    Class,
    can_end_on,
    clean_title,
    end_of,
    last_day,
    new_code,
    read_code,
    read_day,
)

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = dt.datetime(2027, 1, 4, 8, tzinfo=dt.UTC)
CLASS = Class(1, "BCDFGH", "4V", None, False, NOW, NOW + dt.timedelta(days=1))  # noqa: FBT003


def test_codes_are_many_and_can_be_read_back() -> None:
    codes = {new_code() for _ in range(1000)}
    assert len(codes) > 990
    assert all(read_code(code) == code for code in codes)


def test_no_letter_of_a_code_is_a_vowel_or_looks_like_another() -> None:
    assert set(ALPHABET) <= set(string.ascii_uppercase) - set("AEIOUY") - set("LQ")


@pytest.mark.parametrize("typed", ["BCDFGH", "bcdfgh", " bcd fgh\n", "bcd-fgh", "B C D F G H"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == "BCDFGH"


@pytest.mark.parametrize(
    "typed", ["", "bcdfg", "bcdfghj", "bcdfga", "brrrrr", "hmmmmm", "bcdfg1", "\uff22CDFGH", "ßcdfgh", "bcdfg'"]
)
def test_what_has_not_the_form_of_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("4V maatschappijleer", "4V maatschappijleer"),
        ("  “Klas 5b” \n (uur 3)  ", "Klas 5b” (uur 3)"),
        ('"4V"', "4V"),
        ("5.vwo & 6", "5. vwo & 6"),
        ("v1.2", "v1.2"),
        ("see evil.example/x now", "see evil. example/x now"),
        ("https://evil.example", "https:evil. example"),
        ("ask @somebody", "ask somebody"),
        ("/forgetme 4V/5V", "forgetme 4V/5V"),
        ("<b>bold</b>", "bboldb"),
        ("a\u202eb\u200bc\x00d\ud800e", "abcde"),
        ("Z̸̷̶̵a", "Z̸̷a"),
        ("klas 社会 Ünïe", "klas 社会 Ünïe"),
        ("x" * 100, "x" * LONGEST_TITLE),
        (" \u200b\n", ""),
        ("", ""),
    ],
)
def test_a_title_is_one_line_with_nothing_hidden_in_it(typed: str, title: str) -> None:
    assert clean_title(typed) == title


@given(st.text(max_size=200))
def test_a_clean_title_stays_as_it_is(typed: str) -> None:
    title = clean_title(typed)
    assert len(title) <= LONGEST_TITLE
    assert clean_title(title) == title
    assert not [character for character in title if unicodedata.category(character)[0] == "C"]


@pytest.mark.parametrize("typed", ["2026-12-31", " 31-12-2026", "31/12/2026 ", "31.12.2026"])
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == dt.date(2026, 12, 31)


@pytest.mark.parametrize("typed", ["", "tomorrow", "31-12", "2026-13-01", "30-02-2026", "0-0-0000", "٣١-١٢-٢٠٢٦"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed) is None


def test_a_class_ends_at_the_midnight_after_its_last_day() -> None:
    day = dt.date(2027, 3, 27)
    assert end_of(day, ZONE).astimezone(dt.UTC) == dt.datetime(2027, 3, 27, 23, tzinfo=dt.UTC)
    assert last_day(end_of(day, ZONE).astimezone(dt.UTC), ZONE) == day


@pytest.mark.parametrize(("days", "can"), [(-1, False), (0, True), (MOST_DAYS, True), (MOST_DAYS + 1, False)])
def test_the_last_day_is_today_or_within_a_year(days: int, can: bool) -> None:  # noqa: FBT001
    today = dt.date(2027, 1, 4)
    assert can_end_on(today + dt.timedelta(days=days), today) is can


def test_a_class_is_open_until_it_is_closed_or_ends() -> None:
    assert CLASS.is_open(NOW)
    assert not CLASS.is_open(CLASS.ends_at)
    closed = Class(1, "BCDFGH", "4V", None, False, NOW, CLASS.ends_at, closed_at=NOW)  # noqa: FBT003
    assert not closed.is_open(NOW)
