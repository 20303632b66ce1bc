"""Which language a message is in, against what was to be expected."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import Language
from knowledge.matching.language import CHOSEN_LEAD, EXPECTED_LEAD, FEWEST_WORDS, LanguageModel
from knowledge.matching.model import Model
from knowledge.matching.odds import Odds
from knowledge.matching.vectors import Vector
from tests.support.matching import NOTHING, rows_of

OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}
# The first term is Dutch, the second English, the third both.
BY_HAND = LanguageModel(("nl", "en"), Odds.learn(rows_of([[1, 0, 1], [0, 1, 1]]), np.array([0, 1]), 2, 3))
SCORE = st.floats(-50, 50, width=32)


def chosen_for(model: Model, text: str, expected: Language, *, chosen: bool) -> Language:
    reading = model.reader.read(text)
    return model.reader.language.choose(reading.languages, reading.length, expected, chosen=chosen)


@pytest.mark.parametrize(
    "word",
    ["score", "waarom", "why", "hello", "hallo", "Alibaba", "Rongcheng", "privacy", "uitleggen", "blacklist", "社会"],
)
@pytest.mark.parametrize("expected", ["nl", "en"])
@pytest.mark.parametrize("chosen", [True, False])
def test_one_word_never_changes_the_language(model: Model, word: str, expected: Language, *, chosen: bool) -> None:
    assert chosen_for(model, word, expected, chosen=chosen) == expected


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Krijgt iedereen in China echt een cijfer van de overheid?", "nl"),
        ("Wat gebeurt er met mij als ik op die lijst terechtkom?", "nl"),
        ("Does everybody in China really get a number from the government?", "en"),
        ("What happens to me when they put me on that list?", "en"),
    ],
)
@pytest.mark.parametrize("chosen", [True, False])
def test_a_plain_sentence_is_answered_in_its_own_language(
    model: Model, sentence: str, language: Language, *, chosen: bool
) -> None:
    assert chosen_for(model, sentence, OTHER[language], chosen=chosen) == language
    assert chosen_for(model, sentence, language, chosen=chosen) == language


@pytest.mark.parametrize("text", ["Sesame Credit", "Black Mirror", "Alibaba Tencent", "1 2 3", "🙂 🙂", "社会 信用"])
@pytest.mark.parametrize("expected", ["nl", "en"])
def test_names_do_not_change_a_chosen_language(model: Model, text: str, expected: Language) -> None:
    assert chosen_for(model, text, expected, chosen=True) == expected


@pytest.mark.parametrize(("lead", "chosen"), [(EXPECTED_LEAD, False), (CHOSEN_LEAD, True)])
@pytest.mark.parametrize("expected", ["nl", "en"])
def test_another_language_must_lead_by_enough(lead: float, expected: Language, *, chosen: bool) -> None:
    def choose(difference: float) -> Language:
        scores = np.array([0.0, difference] if expected == "nl" else [difference, 0.0], dtype=np.float32)
        return BY_HAND.choose(scores, FEWEST_WORDS, expected, chosen=chosen)

    assert choose(lead) == expected
    assert choose(lead + 0.01) == OTHER[expected]


def test_a_chosen_language_gives_way_later_than_an_expected_one() -> None:
    scores = np.array([0.0, (EXPECTED_LEAD + CHOSEN_LEAD) / 2], dtype=np.float32)
    assert [BY_HAND.choose(scores, 9, "nl", chosen=chosen) for chosen in (False, True)] == ["en", "nl"]


@given(SCORE, SCORE, st.integers(0, 50), st.sampled_from(["nl", "en"]))
def test_whoever_chose_keeps_the_language_at_least_as_often(
    dutch: float, english: float, count: int, expected: Language
) -> None:
    scores = np.array([dutch, english], dtype=np.float32)
    loose, firm = (BY_HAND.choose(scores, count, expected, chosen=chosen) for chosen in (False, True))
    assert firm in {loose, expected}


@pytest.mark.parametrize("expected", ["nl", "en"])
def test_a_language_that_the_pack_lacks_is_left_as_it_is(expected: Language) -> None:
    alone = LanguageModel((OTHER[expected],), Odds.learn(rows_of([[1, 1]]), np.array([0]), 1, 2))
    assert alone.choose(np.array([99.0], dtype=np.float32), 9, expected, chosen=False) == expected


def test_terms_of_a_language_speak_for_it_and_those_of_both_for_neither() -> None:
    def lead(column: int) -> float:
        dutch, english = BY_HAND.scores(Vector(np.array([column]), np.ones(1, dtype=np.float32), (1, 1, 1)))
        return float(dutch - english)

    assert lead(0) == pytest.approx(-lead(1))
    assert lead(0) > EXPECTED_LEAD
    assert lead(2) == pytest.approx(0, abs=1e-5)
    assert BY_HAND.scores(NOTHING).tolist() == [0, 0]


def test_the_kinds_of_terms_are_added_up() -> None:
    both = np.array([0, 1]), np.array([0.75, 0.25], dtype=np.float32)
    together, apart = (BY_HAND.scores(Vector(*both, ends)) for ends in ((2, 2, 2), (1, 2, 2)))
    assert apart == pytest.approx(together, abs=1e-5)
