"""Text in Telegram's own markup: the lead, what is folded, and what fits."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.markup import parse_html, utf16_length
from handlers.prose import (
    BEGINNING_LENGTH,
    SAYS_SOMETHING,
    beginning,
    first_that_fits,
    folded,
    heading,
    led,
    shortly,
    visible_length,
)
from knowledge.languages import Language
from knowledge.library import Library


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("No. It never was.", "No."),
        ("Really? Yes.", "Really?"),
        ("He said “no.” Then he left.", "He said “no.”"),
        ("From 3.5 to 9.5 points. More.", "From 3.5 to 9.5 points."),
        ("First of all\nit is this.\n\nThen that.", "First of all\nit is this."),
        ("Without an end", "Without an end"),
        ("1 < 2 & so on. Yes.", "1 < 2 & so on."),
    ],
)
def test_the_first_sentence_is_the_lead(text: str, lead: str) -> None:
    parsed = parse_html(led(text))
    assert parsed.text == text
    assert [(mark["type"], mark["offset"], mark["length"]) for mark in parsed.entities] == [("bold", 0, len(lead))]


def test_the_lead_of_every_answer_of_the_own_pack_is_a_sentence(library: Library, language: Language) -> None:
    for entry in library.entries.values():
        for text in (entry.texts[language].answer, entry.texts[language].simple):
            parsed = parse_html(led(text))
            [mark] = parsed.entities
            lead = parsed.text[: mark["length"]]
            assert len(lead.split()) <= 40, lead
            # An abbreviation is no end of a sentence: what follows one begins small.
            assert not text.removeprefix(lead).lstrip()[:1].islower(), lead


@given(st.text())
def test_nothing_is_lost_or_read_as_markup(text: str) -> None:
    for html in (led(text), heading(text), folded(escape(text))):
        assert parse_html(html).text == text
    assert parse_html(shortly(text)).text.startswith(text.partition("\n\n")[0])


def test_all_but_the_first_paragraph_is_folded() -> None:
    parsed = parse_html(shortly("One <1>.\n\nTwo.\n\nThree."))
    assert parsed.text == "One <1>.\n\nTwo.\n\nThree."
    assert parsed.entities == [{"type": "expandable_blockquote", "offset": 10, "length": 12}]


def test_a_single_paragraph_is_not_folded() -> None:
    assert parse_html(shortly("Only one.")).entities == []


@given(st.lists(st.text()))
def test_what_is_seen_is_counted_as_telegram_counts(texts: list[str]) -> None:
    html = "".join(f'<b>{escape(text)}</b><a href="https://x.org/?a=1&amp;b={escape(text)}">x</a>' for text in texts)
    assert visible_length(html) == utf16_length(parse_html(html).text)


@pytest.mark.parametrize(
    ("limit", "chosen"), [(100, "<b>five5</b>"), (5, "<b>five5</b>"), (4, "four"), (3, "3"), (0, "3")]
)
def test_the_fullest_that_fits_is_chosen(limit: int, chosen: str) -> None:
    assert first_that_fits(["<b>five5</b>", "four", "3"], limit) == chosen


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("A first sentence that says enough. Another.", "A first sentence that says enough."),
        ("Yes. It is so, as far as anybody knows. More.", "Yes. It is so, as far as anybody knows."),
        ("No. Not so. Not at all, says she.", "No. Not so. Not at all, says she."),
        ("  No stop at all ", "No stop at all"),
        ("", ""),
        ("word, " * 40, ", ".join(["word"] * 19) + "…"),
        ("x" * 200, "x" * 120 + "…"),
    ],
)
def test_a_beginning_says_something_and_is_cut_at_a_word(text: str, begun: str) -> None:
    assert beginning(text) == begun


def test_no_beginning_of_the_own_pack_is_empty_or_longer_than_two_lines(library: Library, language: Language) -> None:
    begun = [beginning(entry.texts[language].answer) for entry in library.entries.values()]
    assert all(SAYS_SOMETHING <= len(text) <= BEGINNING_LENGTH + 1 for text in begun)
