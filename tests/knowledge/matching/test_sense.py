"""What a question means by the meanings of its words."""

import numpy as np
import pytest

from knowledge.matching import sense
from knowledge.matching.sense import Features, Sense, Sums
from knowledge.matching.wordvectors import word_vectors
from knowledge.text import words

FEATURES = Features(word_vectors())
TEXTS = ["the judge ruled", "court and lawyer", "buying food in a shop", "the price of bread", "een trein op tijd"]
TARGETS = np.array([0, 0, 1, 1, 2])
VECTORS = word_vectors().texts([words(text) for text in TEXTS])


def learn(texts: int = len(TEXTS), labels: int = 4) -> Sense:
    return Sense.learn(FEATURES, Sums.of(FEATURES, VECTORS[:texts], TARGETS[:texts], labels))


@pytest.mark.parametrize(
    ("asked", "label"),
    [("een advocaat bij de rechtbank", 0), ("magistrates", 0), ("supermarkt", 1), ("a railway", 2), ("spoorweg", 2)],
)
def test_a_question_is_understood_without_one_word_of_an_example(asked: str, label: int) -> None:
    assert not set(words(asked)) & {word for text in TEXTS for word in words(text) if len(word) > 1 and word != "een"}
    assert learn().scores(words(asked)).argmax() == label


def test_an_example_itself_gets_about_one_and_a_label_without_examples_nought() -> None:
    scores = learn().scores(words(TEXTS[4]))
    assert scores[2] == pytest.approx(1 / (1 + sense.HELD_DOWN), abs=0.15)
    assert scores[3] == 0


def test_features_stand_for_the_gaussian_kernel() -> None:
    found = FEATURES.of(VECTORS)
    squares = ((VECTORS[:, np.newaxis] - VECTORS[np.newaxis]) ** 2).sum(axis=2)
    assert found @ found.T == pytest.approx(np.exp(-sense.NEARNESS * squares), abs=0.12)


def test_features_are_the_same_whenever_they_are_drawn() -> None:
    assert Features(word_vectors()).of(VECTORS).tolist() == FEATURES.of(VECTORS).tolist()


def test_what_is_taken_out_was_never_there() -> None:
    whole, last = (Sums.of(FEATURES, VECTORS[part], TARGETS[part], 4) for part in (slice(None), slice(3, None)))
    found = Sense.learn(FEATURES, whole.without(last))
    assert found.weights == pytest.approx(learn(3).weights, abs=1e-4)


def test_a_large_base_is_added_up_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = Sums.of(FEATURES, VECTORS, TARGETS, 4)
    monkeypatch.setattr(sense, "AT_ONCE", 2)
    in_parts = Sums.of(FEATURES, VECTORS, TARGETS, 4)
    assert in_parts.together == pytest.approx(at_once.together, abs=1e-5)
    assert in_parts.right == pytest.approx(at_once.right, abs=1e-5)


def test_no_examples_and_no_known_word_leave_no_label_ahead() -> None:
    nothing = Sense.learn(FEATURES, Sums.of(FEATURES, VECTORS[:0], TARGETS[:0], 3))
    assert nothing.scores(words("the judge")).tolist() == [0, 0, 0]
    assert learn().scores(["\ud800"]).tolist() == [0, 0, 0, 0]
