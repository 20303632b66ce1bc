"""What texts mean, and what they have in common."""

from collections import Counter

import numpy as np
import pytest

from knowledge.matching.wordvectors import word_vectors
from knowledge.upkeep.gaps.meanings import Common, Meanings, Rarity, counted, of_length_one


def meanings() -> Meanings:
    return Meanings(word_vectors(), Rarity(Counter(), 10, Counter(), 10))


def test_a_word_that_people_use_and_the_base_does_not_weighs_most() -> None:
    rarity = Rarity(Counter({"vpn": 10, "score": 10}), 100, Counter({"score": 100}), 1000)
    assert rarity("vpn") > rarity("score") > 0


def test_a_text_is_the_sum_of_its_words_each_once() -> None:
    found = meanings()
    twice, unknown = found.sums([["dog", "tax", "dog"], ["qzxv"]])
    assert twice == pytest.approx(found.word("dog") + found.word("tax"))
    assert not unknown.any()


def test_what_all_have_in_common_is_taken_out() -> None:
    found = meanings()
    about = ["dog", "tax", "visa", "beer", "train", "school", "bike", "bank"] * 2
    sums = found.sums([["score", word] for word in about])
    before, after = of_length_one(sums), Common.of(sums).without(sums)
    assert before[0] @ before[1] > 0.3 > after[0] @ after[1]
    assert after[0] @ after[8] == pytest.approx(1, abs=1e-3)


def test_what_means_nothing_stays_without_a_direction() -> None:
    sums = np.zeros((3, 4), dtype=np.float32)
    sums[0, 0] = 2
    assert of_length_one(sums).tolist() == [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert not Common.of(sums).without(sums)[1].any()


def test_a_word_counts_once_in_a_text() -> None:
    assert counted([["a", "a", "b"], ["a"]]) == {"a": 2, "b": 1}
