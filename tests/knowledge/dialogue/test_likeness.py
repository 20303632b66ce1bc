"""How like a short text is to known ones."""

import numpy as np
import pytest

from knowledge.dialogue.likeness import Likeness, best_of

TEXTS = ["who says so", "who says that", "tell me more", "tell me more please", "why is that so"]
LIKENESS = Likeness(TEXTS)


def test_a_text_is_most_like_itself() -> None:
    for place, text in enumerate(TEXTS):
        found = LIKENESS.of(text)
        assert found[place] == pytest.approx(found.max(), abs=1e-6)
    assert LIKENESS.of("who says that").max() == pytest.approx(1, abs=1e-5)


def test_slips_and_other_words_are_less_like_and_strange_ones_not_at_all() -> None:
    assert 0.2 < LIKENESS.of("who sais that")[1] < 1
    assert LIKENESS.of("who sais that").argmax() == 1
    assert not LIKENESS.of("zq").any()


def test_the_best_counts_for_each_target() -> None:
    scores, targets = np.array([0.1, 0.7, 0.3], dtype=np.float32), np.array([2, 0, 2])
    assert best_of(scores, targets, 4).tolist() == pytest.approx([0.7, 0, 0.3, 0])
