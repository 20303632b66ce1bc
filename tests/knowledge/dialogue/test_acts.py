"""What a short message wants of the last answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dialogue.acts import ActReader
from knowledge.dialogue.wordings import read_wordings
from knowledge.languages import Language
from knowledge.shelf import NO_SHELF

READER = ActReader(read_wordings(), NO_SHELF)


@pytest.mark.parametrize(
    ("text", "language", "act"),
    [
        ("Wie zegt dat?", "nl", "source"),
        ("is that a fact or an opinion?", "en", "source"),
        ("I don't get it...", "en", "simplify"),
        ("kan het korter?", "nl", "simplify"),
        ("Vertel eens meer!", "nl", "more"),
        ("tell me more", "en", "more"),
        ("bijvoorbeeld?", "nl", "example"),
        ("for instance", "en", "example"),
        ("hoezo", "nl", "why"),
        ("but why", "en", "why"),
        ("waarom dan niet", "nl", "why_not"),
        ("is dat nog steeds zo", "nl", "since"),
        ("does that still apply?", "en", "since"),
        ("terug", "nl", "back"),
        ("go back", "en", "back"),
        ("nog een keer graag", "nl", "repeat"),
        ("say that again", "en", "repeat"),
        ("dat bedoel ik niet", "nl", "other"),
        ("no, the other one", "en", "other"),
        ("volgende", "nl", "next"),
        ("the next one please", "en", "next"),
        ("is dat alles?", "nl", "withheld"),
        ("are you hiding something", "en", "withheld"),
    ],
)
def test_a_known_wording_is_plain(text: str, language: Language, act: str) -> None:
    found = READER.read(text, "en" if language == "nl" else "nl")
    assert found is not None
    assert (found.name, found.language, found.plain, found.whole) == (act, language, True, True)


@pytest.mark.parametrize(
    ("text", "language", "act"),
    [
        ("waar stat dat geschreven", "nl", "source"),
        ("evidense please", "en", "source"),
        ("kun je dat iets simpeler proberen te zeggen", "nl", "simplify"),
        ("can you put it a little simpler for me", "en", "simplify"),
    ],
)
def test_what_is_like_a_wording_is_likely(text: str, language: Language, act: str) -> None:
    found = READER.read(text, language)
    assert found is not None
    assert found.name == act
    assert 0.3 < found.likeness < 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who enforces the punishments", "en"),
        ("wie is dat", "nl"),
        ("wat kost een huis in shanghai", "nl"),
        ("en voor kinderen", "nl"),
        ("social credit in rongcheng", "en"),
    ],
)
def test_a_question_is_no_act(text: str, language: Language) -> None:
    found = READER.read(text, language)
    assert found is None or found.likeness < 0.4


def test_an_act_in_a_clause_at_the_end_counts_and_is_not_the_whole() -> None:
    found = READER.read("three billion people, really? where does it say that", "en")
    assert found is not None
    assert (found.name, found.plain, found.whole) == ("source", True, False)


def test_what_is_wanted_plainly_is_not_guessed() -> None:
    assert READER.read("evidense please", "en", plainly=True) is None
    assert READER.read("evidence please", "en", plainly=True) is not None


@given(st.text(st.characters()))
def test_anything_can_be_typed(text: str) -> None:
    found = READER.read(text, "nl")
    assert found is None or 0 < found.likeness <= 1
