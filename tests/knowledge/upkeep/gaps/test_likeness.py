"""How like texts are."""

from collections import Counter

import pytest

from knowledge.library import Library
from knowledge.upkeep.gaps.likeness import Likeness, Rarity

TEXTS = ["do tourists get points", "krijgen toeristen punten", "do tourists gett points", "my dog is off the leash"]


def test_a_translation_and_a_misspelling_are_more_like_than_something_else(library: Library) -> None:
    likeness = Likeness(library, TEXTS)
    [[same, translated, misspelt, other]] = likeness.between([0], [0, 1, 2, 3])
    assert same == pytest.approx(1, abs=1e-3)
    assert min(translated, misspelt) > other + 0.2


def test_a_text_without_known_words_is_like_no_other(library: Library) -> None:
    [[like]] = Likeness(library, [*TEXTS, "qzxv"]).between([4], [0])
    assert abs(like) < 0.05


def test_a_word_that_people_use_and_the_base_does_not_weighs_most() -> None:
    rarity = Rarity(Counter({"vpn": 10, "score": 10}), 100, Counter({"score": 100}), 1000)
    assert rarity("vpn") > rarity("score") > 0
