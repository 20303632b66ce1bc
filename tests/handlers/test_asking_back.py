"""Which rows stand under which message."""

from typing import get_args

import pytest

from handlers.asking_back import VERDICTS, asking_back, voted_row, voting_row
from handlers.buttons import Tap, Verb
from handlers.phrasebook import read_phrasebook
from handlers.recent import Asked
from knowledge.feedback import Verdict
from knowledge.languages import LANGUAGES, Language
from knowledge.outcomes import Outcome
from knowledge.preferences import LIKE_EVERYBODY, Preferences

PHRASES = read_phrasebook()
READ, TAPPED = Asked("what?", "text", ("b", "c")), Asked(None, "tap", ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_to_a_question_has_one_row_of_three_words(language: Language) -> None:
    words = PHRASES[language].feedback
    [row] = asking_back(PHRASES[language], Outcome("answer", language, entry="a"), READ, LIKE_EVERYBODY)
    assert [button.text for button in row] == [f"👍 {words.helpful}", f"👎 {words.unhelpful}", words.unanswered]


def test_where_nothing_was_asked_nothing_can_be_the_wrong_question() -> None:
    [row] = asking_back(PHRASES["en"], Outcome("answer", "en", entry="a"), TAPPED, LIKE_EVERYBODY)
    assert [button.callback_data for button in row] == ["h:en:a", "u:en:a"]


def test_plain_buttons_have_words_alone() -> None:
    row = voting_row(PHRASES["en"], "en", "a", READ, Preferences(plain=True))
    assert [button.text for button in row] == ["Helpful", "Not helpful", "Not my question"]
    tap = Tap(Verb.HELPFUL, "en", "a")
    [noted] = voted_row(PHRASES["en"], tap, Preferences(plain=True))
    assert noted.text.isascii()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_of_what_was_typed_offers_to_tell(language: Language) -> None:
    [row] = asking_back(PHRASES[language], Outcome("fallback", language), READ, LIKE_EVERYBODY)
    assert [button.text for button in row] == [PHRASES[language].waiting.wait]


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [
        (Outcome("fallback", "en"), TAPPED),
        (Outcome("clarify", "en", options=("a", "b")), READ),
        (Outcome("smalltalk", "en", said="hi"), READ),
        (Outcome("simplify", "en", entry="a"), READ),
        (Outcome("source", "en", entry="a"), READ),
        (Outcome("answer", "en", entry="a", tongue="de"), READ),
        (Outcome("fallback", "en", tongue="de"), READ),
    ],
)
def test_nothing_else_asks_back(outcome: Outcome, asked: Asked) -> None:
    assert asking_back(PHRASES["en"], outcome, asked, LIKE_EVERYBODY) == ()


def test_every_verdict_has_a_button() -> None:
    assert sorted(VERDICTS.values()) == sorted(get_args(Verdict))
