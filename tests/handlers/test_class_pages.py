"""What a teacher sees of a class."""

import datetime as dt
from dataclasses import replace
from html import escape

import pytest

from handlers.class_pages import Doors, Standing, choice, class_page, pupils_line, shared_page
from handlers.phrasebook import Phrases, read_phrasebook
from handlers.prose import CAPTION_LIMIT, visible_length
from knowledge.classes import LONGEST_TITLE, Class
from knowledge.languages import Language
from tests.support.school import NOW

BOOK = read_phrasebook()
CLASS = Class(12, "BCDFGH", "4V <&>", None, simple=False, created_at=NOW, ends_at=NOW + dt.timedelta(days=30))
STANDING = Standing(12, shared=False, zone=dt.UTC)


@pytest.mark.parametrize(("pupils", "shown"), [(0, False), (1, False), (4, False), (5, True), (30, True)])
def test_fewer_than_five_pupils_are_not_counted(phrases: Phrases, pupils: int, shown: bool) -> None:  # noqa: FBT001
    line = phrases.classes.pupils.format(count=pupils) if shown else phrases.classes.few
    assert pupils_line(phrases, pupils) == (line,)


def test_where_the_number_is_not_known_nothing_is_said(phrases: Phrases) -> None:
    assert pupils_line(phrases, None) == ()


def test_the_page_says_how_the_class_stands(language: Language, phrases: Phrases) -> None:
    page = class_page(BOOK, CLASS, STANDING, language)
    assert page.html.startswith("<b>4V &lt;&amp;&gt;</b>\n\n")
    assert escape(phrases.classes.own_language) in page.html
    assert phrases.classes.whole in page.html
    closed = replace(CLASS, language="en", simple=True, closed_at=NOW)
    page = class_page(BOOK, closed, STANDING, language)
    assert phrases.classes.one_language.format(language="English") in page.html
    assert phrases.classes.simple in page.html
    assert phrases.classes.closed.split("{")[0] in page.html


def test_what_stands_under_the_qr_code_fits_there(language: Language, phrases: Phrases) -> None:
    doors = Doors("b" * 32, f"https://{'s' * 100}.example.org")
    page = shared_page(phrases, replace(CLASS, title="&" * LONGEST_TITLE), doors, dt.UTC, language)
    assert visible_length(page.html) <= CAPTION_LIMIT


def test_a_choice_names_the_classes(phrases: Phrases, language: Language) -> None:
    reply = choice(phrases, [CLASS], "close", language)
    assert [(row[0].text, row[0].callback_data) for row in reply.rows] == [("4V <&>", f"g:{language}:close-12")]
    assert choice(phrases, [CLASS], "show", language).html == phrases.classes.yours
