"""What is kept, told: per role, and as a page for a school."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from handlers.phrasebook import read_phrasebook
from handlers.privacy_pages import Promise, school_page, told_to_group, told_to_person
from handlers.prose import TEXT_LIMIT, visible_length
from knowledge.classes import LONGEST_TITLE, Class
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.retention import USUAL
from tests.support.phrases import MARK, hostile_phrasebook
from tests.support.school import NOW

BOOK = read_phrasebook()
PROMISE = Promise(
    replace(USUAL, questions=dt.timedelta(days=41), conversations=dt.timedelta(days=42), waiting=dt.timedelta(days=43)),
    "School & Co, privacy@school.example",
    dt.UTC,
)
CLASS = Class(1, "BCDFGH", "4V <b>", None, simple=False, created_at=NOW, ends_at=NOW + dt.timedelta(days=30))


@pytest.mark.parametrize("pupil_in", [None, CLASS])
@pytest.mark.parametrize("teaches", [False, True])
def test_everybody_is_told_what_concerns_them(language: Language, pupil_in: Class | None, teaches: bool) -> None:  # noqa: FBT001
    phrases = BOOK[language]
    text = told_to_person(phrases, PROMISE, pupil_in, teaches=teaches)
    assert ("4V &lt;b&gt;" in text) is bool(pupil_in)
    assert (phrases.privacy.teacher.split("\n", 1)[0] in text) is teaches
    assert all(f" {days} " in text for days in (41, 42, 43))
    assert "School &amp; Co" in text


def test_all_of_it_fits_one_message(language: Language) -> None:
    long = replace(CLASS, title="&" * LONGEST_TITLE)
    text = told_to_person(BOOK[language], replace(PROMISE, operator="&" * 300), long, teaches=True)
    assert visible_length(text) <= TEXT_LIMIT
    assert visible_length(told_to_group(BOOK[language], PROMISE)) <= TEXT_LIMIT


def test_who_answers_for_it_is_said_or_that_it_was_not(language: Language) -> None:
    text = told_to_person(BOOK[language], replace(PROMISE, operator=None), None, teaches=False)
    assert BOOK[language].privacy.no_operator in text


def test_the_page_for_a_school_says_it_in_both_languages(small_library: Library) -> None:
    page = school_page(small_library, BOOK, PROMISE, NOW)
    assert [*re.findall(r'<section id="(..)" lang="\1">', page)] == ["nl", "en"]
    for said in ("41 dagen", "41 days", "na 42 dagen", "after 42 days", "4 januari 2027", "4 January 2027"):
        assert said in page
    assert page.count("School &amp; Co, privacy@school.example") == 2
    assert "{" not in re.sub(r"<style>.*</style>", "", page, flags=re.DOTALL)


def test_every_sentence_of_the_page_is_escaped(small_library: Library) -> None:
    page = school_page(small_library, hostile_phrasebook(BOOK), PROMISE, NOW)
    assert MARK not in page
