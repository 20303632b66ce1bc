"""What a short message means after the previous answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dialogue import Asked, FollowUps, Picked, read_followups
from knowledge.languages import Language
from knowledge.outcomes import Dialogue

OFFERED = ("one", "two", "three", "four")


@pytest.fixture(scope="module")
def followups() -> FollowUps:
    """The short messages that come with the package."""
    return read_followups()


@pytest.mark.parametrize(
    ("text", "language", "picked"),
    [
        ("1", "nl", "one"),
        ("De tweede!", "nl", "two"),
        ("  OPTION 3 ", "en", "three"),
        ("the first one", "nl", "one"),
        ("één", "nl", "one"),
        ("nr. 4", "nl", "four"),
    ],
)
def test_an_ordinal_picks_what_was_offered(followups: FollowUps, text: str, language: Language, picked: str) -> None:
    assert followups.understand(text, Dialogue(language, offered=OFFERED)) == Picked(picked, language)


@pytest.mark.parametrize("offered", [(), ("one",)])
def test_an_ordinal_beyond_what_was_offered_picks_nothing(followups: FollowUps, offered: tuple[str, ...]) -> None:
    assert followups.understand("2", Dialogue("en", offered=offered)) is None


@pytest.mark.parametrize(
    ("text", "act", "language"),
    [
        ("Wie zegt dat?", "source", "nl"),
        ("who says so", "source", "en"),
        ("I don't get it...", "simplify", "en"),
        ("Vertel eens meer!", "more", "nl"),
        ("meer", "more", "en"),
        ("huh", "simplify", "en"),
    ],
)
def test_a_wish_is_for_the_entry_last_spoken_of(followups: FollowUps, text: str, act: str, language: Language) -> None:
    assert followups.understand(text, Dialogue("en", entry="e")) == Asked(act, "e", language)  # type: ignore[arg-type]


def test_one_word_keeps_the_chosen_language(followups: FollowUps) -> None:
    assert followups.understand("more", Dialogue("en", choice="nl", entry="e")) == Asked("more", "e", "nl")


def test_a_wish_without_a_previous_answer_stands_alone(followups: FollowUps) -> None:
    assert followups.understand("tell me more", Dialogue("en")) is None


@given(st.text(st.characters()))
def test_anything_can_be_typed(text: str) -> None:
    followups = read_followups()
    found = followups.understand(text, Dialogue("nl", entry="e", offered=OFFERED))
    assert found is None or found.entry in {"e", *OFFERED}


@pytest.mark.parametrize(("text", "language"), [("the last one", "en"), ("de laatste", "nl")])
@pytest.mark.parametrize("offered", [("one", "two"), OFFERED])
def test_the_last_one_is_the_last_of_those_offered(
    followups: FollowUps, text: str, language: Language, offered: tuple[str, ...]
) -> None:
    assert followups.understand(text, Dialogue(language, offered=offered)) == Picked(offered[-1], language)
