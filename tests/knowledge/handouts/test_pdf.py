"""A handout as a PDF: everything on it, on as many pages as it takes, the same each time."""

from dataclasses import replace

import pytest

from knowledge.drawing.fonts import UndrawableError
from knowledge.handouts.pdf import draw_pdf
from tests.support.handouts import SOURCE, answer, comparison, pages_of, sheet


def test_everything_is_on_the_sheet() -> None:
    [page] = pages_of(draw_pdf(sheet(answer("What is honey?"), answer("Do they sting?"))))
    for part in (
        "Animal bot · handout",
        "Bees",
        "What is honey?",
        "Do they sting?",
        "word word",
        "Since then (2000; Journal)",
        "paragraph 1",
        "To talk about",
        "Whose is honey?",
        "Ask on",
        "@animal_bot",
        "1 of 1",
    ):
        assert part in page


@pytest.mark.parametrize("sides", [2, 3])
def test_a_distinction_has_its_sides_above_its_answers(sides: int) -> None:
    [page] = pages_of(draw_pdf(replace(sheet(), comparison=comparison(sides))))
    assert page.index("People mix them up.") < page.index("Side 0") < page.index("What is honey?")
    assert all(f"b{number} and" in page for number in range(sides))


def test_without_a_bot_there_is_no_code() -> None:
    with_code, without = draw_pdf(sheet()), draw_pdf(sheet(link=None))
    assert "@animal_bot" not in pages_of(without)[0]
    assert len(without) < len(with_code)


def test_a_question_that_is_the_title_is_there_once_but_for_the_discussion() -> None:
    [page] = pages_of(draw_pdf(sheet(answer("Bees"))))
    assert page.count("Bees") == 1


def test_without_questions_there_is_room_for_notes() -> None:
    [page] = pages_of(draw_pdf(sheet(discussion=())))
    assert "Notes" in page
    assert "To talk about" not in page


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 2), (30, 4)])
def test_what_does_not_fit_goes_on_and_no_word_is_lost(count: int, pages: int) -> None:
    found = pages_of(draw_pdf(sheet(*(answer(f"Question {number}?", 40) for number in range(count)))))
    assert len(found) == pages
    whole = " ".join(found)
    assert whole.count("word ") == 40 * count
    assert whole.count("later ") == 40 * count
    assert all(f"{number} of {pages}" in page for number, page in enumerate(found, start=1))
    assert whole.count(SOURCE.split(",")[0]) == count


def test_the_same_handout_gives_the_same_bytes() -> None:
    assert draw_pdf(sheet()) == draw_pdf(sheet())


def test_what_the_typeface_lacks_is_refused() -> None:
    with pytest.raises(UndrawableError):
        draw_pdf(replace(sheet(), title="社"))
