"""How much of a question's wording a label knows."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.coverage import Coverage
from knowledge.matching.terms import Kind, Stems
from knowledge.matching.vectors import Space

TEXTS = [text.split() for text in ("honey bees", "honey comb", "dark night", "honey night")]
TARGETS = np.array([0, 0, 1, 1])
STEMS = Stems(("en",))
SPACE = Space.learn([Kind(STEMS, 1.0)], TEXTS)
COVERAGE = Coverage.learn(STEMS, SPACE.blocks[0], SPACE.rows(TEXTS), TARGETS, 3)
TYPED = st.lists(st.sampled_from(["honey", "bee", "comb", "dark", "night", "sting", "社会"]), max_size=7)


def rarity(texts: int) -> float:
    """How rare a word of so many of the four texts is."""
    return math.log(5 / (1 + texts)) + 1


def test_a_label_that_uses_every_word_covers_all() -> None:
    assert COVERAGE.scores(["honey", "comb"]).tolist() == pytest.approx([1, rarity(3) / (rarity(3) + rarity(1)), 0])


def test_a_word_that_nobody_uses_is_the_rarest_of_all() -> None:
    unknown = math.log(5) + 1
    assert COVERAGE.rarest == pytest.approx(unknown)
    assert COVERAGE.scores(["dark", "sting"]).tolist() == pytest.approx([0, rarity(1) / (rarity(1) + unknown), 0])


@given(TYPED)
def test_shares_are_those_of_a_count_by_hand(typed: list[str]) -> None:
    used = [{"honey", "bee", "comb"}, {"dark", "night", "honey"}, set[str]()]
    weight = {word: rarity(sum(word in map(STEMS.stem, text) for text in TEXTS)) for word in {*typed}}
    whole = sum(weight.values()) or 1.0
    shares = [sum(weight[word] for word in {*typed} & words) / whole for words in used]
    assert COVERAGE.scores(typed).tolist() == pytest.approx(shares, abs=1e-6)


@pytest.mark.parametrize("typed", [[], ["社会"], ["sting", "pain"]])
def test_a_question_without_a_known_word_is_covered_by_nobody(typed: list[str]) -> None:
    assert COVERAGE.scores(typed).tolist() == [0, 0, 0]


def test_forms_of_a_word_count_as_the_word_and_once() -> None:
    assert COVERAGE.scores(["bee", "bees", "bee"]).tolist() == [1, 0, 0]


def test_terms_of_other_kinds_do_not_count() -> None:
    """Rows hold the terms of every kind; only those of the stems tell who uses a word."""
    both = Space.learn([Kind(STEMS, 1.0), Kind(lambda typed: [f"§{word}" for word in typed], 1.0)], TEXTS)
    learned = Coverage.learn(STEMS, both.blocks[0], both.rows(TEXTS), TARGETS, 3)
    assert learned.scores(["honey", "comb"]).tolist() == COVERAGE.scores(["honey", "comb"]).tolist()
