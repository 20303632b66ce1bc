"""What each signal sees in a question."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.signals import Linear, Nearest, blend
from knowledge.matching.terms import Kind, character_terms, word_terms
from knowledge.matching.vectors import Space, Vector

TEXTS = ["honey bee", "honey comb", "night owl", "dark night", "bee sting", "sting pain"]
LABELS = np.array([0, 0, 3, 3, 1, 1])
SPACE = Space.learn([Kind(word_terms, 1.0), Kind(character_terms, 1.0)], TEXTS)
NEAREST = Nearest.learn(SPACE.matrix(TEXTS), LABELS, 4)
NOTHING = Vector(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))


def test_a_linear_model_adds_weights_to_offsets() -> None:
    linear = Linear(np.array([[1, 2], [3, 4], [5, 6]], dtype=np.float32), np.array([0.5, -0.5], dtype=np.float32))
    question = Vector(np.array([2, 0]), np.array([2, 1], dtype=np.float32))
    assert linear.scores(question).tolist() == [11.5, 13.5]
    assert linear.scores(NOTHING).tolist() == [0.5, -0.5]


@given(st.text(st.characters()) | st.lists(st.sampled_from(" ".join(TEXTS).split())).map(" ".join))
def test_the_nearest_example_is_found_as_by_comparing_with_each(text: str) -> None:
    question = SPACE.vector(text)
    row = np.zeros(SPACE.width)
    row[question.columns] = question.weights
    cosines = SPACE.matrix(TEXTS) @ row
    best = [max((cosines[label == LABELS]), default=0.0) for label in range(4)]
    assert NEAREST.scores(question).tolist() == pytest.approx(best, abs=1e-6)


def test_the_example_itself_is_likeness_one() -> None:
    scores = NEAREST.scores(SPACE.vector("sting bee"))
    assert int(np.argmax(scores)) == 1
    assert NEAREST.scores(SPACE.vector("night owl"))[3] == pytest.approx(1)


def test_a_label_without_examples_scores_nothing() -> None:
    assert NEAREST.scores(SPACE.vector("honey bee"))[2] == 0


def test_a_question_without_terms_is_like_nothing() -> None:
    assert NEAREST.scores(NOTHING).tolist() == [0, 0, 0, 0]


def test_the_order_of_the_examples_makes_no_difference() -> None:
    order = [5, 2, 0, 4, 1, 3]
    shuffled = Nearest.learn(SPACE.matrix([TEXTS[place] for place in order]), LABELS[order], 4)
    question = SPACE.vector("bee night sting")
    assert shuffled.scores(question).tolist() == NEAREST.scores(question).tolist()


def test_without_any_example_every_label_scores_nothing() -> None:
    nobody = Nearest.learn(SPACE.matrix([]), np.zeros(0, dtype=np.int64), 2)
    assert nobody.scores(SPACE.vector("honey bee")).tolist() == [0, 0]


def test_signals_are_added_by_their_shares() -> None:
    parts = [np.array([1, 2], dtype=np.float32), np.array([10, 20], dtype=np.float32)]
    assert blend(parts, (1.0, 0.5)).tolist() == [6, 12]
    assert parts[0].tolist() == [1, 2]
