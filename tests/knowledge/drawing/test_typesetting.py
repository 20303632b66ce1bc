"""Text into lines, measured as drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.drawing.fonts import UndrawableError, Weight
from knowledge.drawing.typesetting import Style, balanced_lines_of, largest_unbroken, lines_of
from tests.support.drawings import STRAIGHT

BODY = Style(Weight.REGULAR, 40, 50)
LATIN = st.text(st.characters(max_codepoint=0xFF, categories=["L", "N", "P", "Zs"]))


def without_space(text: str) -> str:
    """Give a text without blanks and with every quotation mark straight."""
    return "".join(text.split()).translate(STRAIGHT)


@given(LATIN, st.integers(min_value=120, max_value=1000))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    for breaking in (lines_of, balanced_lines_of):
        lines = breaking(text, BODY, width)
        assert all(BODY.width_of(line) <= width for line in lines)
        assert without_space("".join(lines)) == without_space(text)


@given(LATIN, st.integers(min_value=120, max_value=1000))
def test_balancing_takes_no_more_lines(text: str, width: int) -> None:
    assert len(balanced_lines_of(text, BODY, width)) == len(lines_of(text, BODY, width))


def test_lines_break_between_words() -> None:
    width = int(BODY.width_of("one two")) + 1
    assert lines_of("one two  three\nfour", BODY, width) == ("one two", "three", "four")


def test_balanced_lines_are_about_equally_long() -> None:
    width = int(BODY.width_of("Is it one system or three")) + 1
    assert lines_of("Is it one system or three things", BODY, width) == ("Is it one system or three", "things")
    assert balanced_lines_of("Is it one system or three things", BODY, width) == ("Is it one system", "or three things")


def test_a_word_that_is_too_wide_breaks_behind_its_hyphen() -> None:
    width = int(BODY.width_of("kredietsysteem")) + 5
    assert lines_of("Sociaal-kredietsysteem", BODY, width) == ("Sociaal-", "kredietsysteem")


def test_a_word_without_a_hyphen_leaves_no_letter_alone() -> None:
    width = int(BODY.width_of("mensenrechtenadvocate")) + 1
    *_, last = lines_of("mensenrechtenadvocaten", BODY, width)
    assert last == "ten"


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("zo'n dang'an", "zo\u2019n dang\u2019an"),
        ("'we' and \"they\"", "\u2018we\u2019 and \u201cthey\u201d"),
        ("the cities' own ('so')", "the cities\u2019 own (\u2018so\u2019)"),
        ("'s morgens en 't systeem", "\u2019s morgens en \u2019t systeem"),
        ("'twee'", "\u2018twee\u2019"),
        ("\u201cso\u201d", "\u201cso\u201d"),
    ],
)
def test_straight_quotation_marks_are_set_curved(typed: str, set_as: str) -> None:
    assert lines_of(typed, BODY, 900) == (set_as,)


def test_a_letter_and_its_accent_are_one() -> None:
    assert lines_of("e\u0301e\u0301n", BODY, 900) == ("één",)


def test_no_text_has_no_lines() -> None:
    assert lines_of(" \n", BODY, 100) == balanced_lines_of("", BODY, 100) == ()


def test_what_can_not_be_drawn_is_said() -> None:
    with pytest.raises(UndrawableError):
        lines_of("社会", BODY, 100)


def test_the_largest_size_that_breaks_no_word_is_taken() -> None:
    styles = [Style(Weight.REGULAR, size, size) for size in (60, 50, 40)]
    words = ["short", "a considerably"]
    assert largest_unbroken(words, styles, int(styles[0].width_of("considerably")) + 1) is styles[0]
    assert largest_unbroken(words, styles, int(styles[1].width_of("considerably")) + 1) is styles[1]
    assert largest_unbroken(words, styles, 10) is styles[2]
    assert largest_unbroken([], styles, 10) is styles[0]
