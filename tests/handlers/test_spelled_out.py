"""Choices and sources in full sentences, as a screen reader reads them."""

from pathlib import Path

import pytest
from telegram import InlineKeyboardButton

from bot.offline.limits import MAX_TEXT
from bot.offline.markup import parse_html, utf16_length
from handlers import replies
from handlers.buttons import Tap, Verb
from handlers.cards import render_card
from handlers.citations import source_line
from handlers.phrasebook import Phrases, read_phrasebook
from handlers.rendering import render
from handlers.replies import Reply, button
from handlers.spelled_out import card_spelled_out, choices_under, unfolded, with_choices, with_full_source
from knowledge.languages import LANGUAGES, Language
from knowledge.library import Library
from knowledge.loader import load
from knowledge.outcomes import Outcome
from knowledge.preferences import Preferences
from tests.support.extras import write_rich_pack

PHRASES = read_phrasebook()


def words(language: Language) -> Phrases:
    """Give the bot's own sentences."""
    return PHRASES[language]


def test_a_message_without_choices_under_it_stays_as_it_is() -> None:
    link = InlineKeyboardButton("Share", url="https://example.org")
    reply = Reply("text", ((button("Simpler", Tap(Verb.SIMPLER, "en", "bees-honey")), link),))
    assert with_choices(reply, words("en")) == reply
    assert choices_under(reply) == ()


def test_places_are_choices_among_the_questions() -> None:
    taps = (Tap(Verb.TOPICS, "en", "bees"), Tap(Verb.ENTRY, "en", "bees-honey"), Tap(Verb.CARDS, "en", page=1))
    reply = Reply("text", tuple((button(f"to {tap.verb}", tap),) for tap in taps))
    assert with_choices(reply, words("en")).html.endswith("\n1. to t\n2. to e\n3. to d")
    assert choices_under(reply) == ("t:en:bees", "bees-honey", "d:en::1")


def test_choices_are_numbered_over_all_rows_and_escaped() -> None:
    rows = tuple((button(f"{name} <&>?", Tap(Verb.ENTRY, "en", name)),) for name in ("a", "b"))
    listed = with_choices(Reply("text", rows), words("en"))
    assert listed.html == f"text\n\n{words('en').plain.choices}\n1. a &lt;&amp;&gt;?\n2. b &lt;&amp;&gt;?"
    assert listed.rows == rows


def test_choices_that_do_not_fit_stay_on_their_buttons() -> None:
    reply = Reply("x" * MAX_TEXT, ((button("a?", Tap(Verb.ENTRY, "en", "a")),),))
    assert with_choices(reply, words("en")) == reply


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_source_of_the_own_pack_is_packed_together(library: Library, language: Language) -> None:
    phrases = words(language)
    for entry in library.entries.values():
        packed = replies.answer(library, phrases, entry, language)
        full = with_full_source(library, phrases, entry, language, packed)
        assert source_line(library, phrases, entry, language) not in full.html
        assert "expandable" not in unfolded(full).html
        source = parse_html(full.html).text.rsplit("\n\n", 1)[-1]
        assert source.startswith(("Bron: ", "Source: "))
        assert "·" not in source
        assert phrases.voices[entry.voice] in source


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plain_answer_of_the_own_pack_fits_a_message(library: Library, language: Language) -> None:
    for entry in library.entries:
        for simple in (False, True):
            outcome = Outcome("answer", language, entry=entry)
            reply = render(library, PHRASES, outcome, Preferences(plain=True, simple=simple))
            assert utf16_length(parse_html(reply.html).text) <= MAX_TEXT


@pytest.mark.parametrize(
    ("language", "source"),
    [("nl", "Bron: A. Writer, Press\n“Two”, alinea 4"), ("en", "Source: A. Writer, Press\n“Two”, paragraph 4")],
)
def test_a_card_is_spelled_out_too(tmp_path: Path, language: Language, source: str) -> None:
    library = load(write_rich_pack(tmp_path))
    card = library.distinctions["bees-owls"]
    packed = render_card(library, words(language), card, language)
    text = parse_html(card_spelled_out(library, words(language), card, language, packed).html).text
    assert source in text
    assert "\n2. " in text
