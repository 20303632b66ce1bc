"""What the pages of a class show, from what was counted."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.web.class_views import MOST_LINES, Counting, views_of
from handlers.phrasebook import read_phrasebook
from handlers.report_words import About
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.reports.material import Asked, Given, Material
from knowledge.reports.sheet import Row, Section
from tests.support.school import NOW

BOOK = read_phrasebook()
ABOUT = About("4V", dt.date(2027, 1, 4))


def counting(library: Library, language: Language = "en") -> Counting:
    return Counting(library, BOOK[language], language, lambda text: None if "secret" in text else text, ABOUT)


def asked(person: int, act: str, text: str, entry: str | None = None) -> Asked:
    return Asked(f"p{person}", NOW, act, text, entry)  # type: ignore[arg-type]


def test_the_board_has_questions_in_the_language_of_who_looks_and_counts_only_of_five(small_library: Library) -> None:
    entry = next(iter(small_library.entries.values()))
    few = Material(6, tuple(asked(person, "answer", "x", entry.id) for person in range(4)))
    many = Material(6, tuple(asked(person, "answer", "x", entry.id) for person in range(6)))
    for language in LANGUAGES:
        counted = counting(small_library, language)
        [line] = counted.board(few).lines
        assert (line.text, line.answered, line.note) == (entry.texts[language].question, True, "")
        [line] = counted.board(many).lines
        assert "6" in line.note


def test_a_question_without_an_answer_is_shown_only_if_it_may_be(small_library: Library) -> None:
    material = Material(6, (asked(1, "fallback", "my secret name"), asked(2, "fallback", "what about zebras")))
    [line] = counting(small_library).board(material).lines
    assert (line.text, line.answered, line.note) == ("what about zebras", False, "")


def test_the_board_keeps_to_what_fits(small_library: Library) -> None:
    typed = "apple river stone cloud tiger piano bread chair glass horse lemon mouse night ocean paper"
    words = typed.split(" ")
    material = Material(20, tuple(asked(place, "fallback", word) for place, word in enumerate(words)))
    lines = counting(small_library).board(material).lines
    assert len(lines) == MOST_LINES
    assert lines[0].text == words[-1]


def test_quiz_results_are_bars_and_those_around_the_lesson_come_first(rich_library: Library) -> None:
    question = next(iter(rich_library.quiz))
    given = tuple(Given(f"p{number}", NOW, question, number % 2 == 0) for number in range(12))
    [view] = counting(rich_library).board(Material(12, given=given)).quiz
    assert view.heading == BOOK["en"].report.quiz
    assert not view.several
    assert "<svg" in view.rows[0].bars
    around = tuple(
        Given(f"p{number}", NOW, question, number % 2 == 0, None, phase)
        for phase in ("before", "after")
        for number in range(12)
    )
    [view] = counting(rich_library).board(Material(12, given=around)).quiz
    assert view.heading == BOOK["en"].report.lesson_quiz
    assert view.several


def test_a_row_says_in_words_what_its_bars_show_and_hostile_words_are_words() -> None:
    section = Section("<h>", ("count",), (Row("<b>&", ("3",), (0.5,)), Row("none", ("-",))))
    [view] = views_of([section])
    assert "&lt;b&gt;&amp;: 3" in view.rows[0].bars
    assert view.rows[1].bars == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_routes_name_every_step(library: Library, language: Language) -> None:
    routes = counting(library, language).routes()
    assert len(routes) == len(library.routes)
    for view, route in zip(routes, library.routes.values(), strict=True):
        assert len(view.steps) == len(route.steps)
        names = [name for _, name in view.steps]
        assert not {*names} & {step.about for step in route.steps}
        assert all(kind in BOOK[language].class_page.steps.values() for kind, _ in view.steps)


def test_a_step_of_something_that_is_gone_has_its_id(library: Library) -> None:
    emptied = replace(library, entries={}, distinctions={}, quiz={}, discussion={}, story=None)
    for view, route in zip(counting(emptied).routes(), library.routes.values(), strict=True):
        assert [name for _, name in view.steps] == [step.about for step in route.steps]
