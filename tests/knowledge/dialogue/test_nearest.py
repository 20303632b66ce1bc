"""How like a text is to the nearest known one of each label."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dialogue.nearest import Nearest
from tests.support.matching import NOTHING, rows_of, vector_of

WIDTH, LABELS = 4, 3
WEIGHT = st.sampled_from([0.0, 0.0, 0.5, 1.0, 2.0])


def of_length_one(row: list[float]) -> list[float]:
    """Scale a row as texts' vectors are; an empty one stays empty."""
    length = float(np.linalg.norm(row)) or 1.0
    return [weight / length for weight in row]


ROW = st.lists(WEIGHT, min_size=WIDTH, max_size=WIDTH).map(of_length_one)
EXAMPLES = st.lists(st.tuples(ROW, st.integers(0, LABELS - 1)), max_size=8)
# Honey and comb are of label 0, night of label 3, sting and pain of label 1.
COUNTED: list[list[float]] = [[1, 1, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 1], [1, 0, 0, 1, 0]]
TABLE = [*map(of_length_one, COUNTED)]
TARGETS = np.array([0, 0, 3, 1, 1])
NEAREST = Nearest.learn(rows_of(TABLE), TARGETS, 4, 5)


@given(EXAMPLES, ROW)
def test_the_nearest_text_is_found_as_by_comparing_with_each(
    examples: list[tuple[list[float], int]], question: list[float]
) -> None:
    rows = rows_of([row for row, _ in examples])
    nearest = Nearest.learn(rows, np.array([label for _, label in examples], dtype=np.int64), LABELS, WIDTH)
    best = [
        max(
            (float(np.dot(row, question)) for row, found in examples if found == label),
            default=0.0,
        )
        for label in range(LABELS)
    ]
    assert nearest.scores(vector_of(question)).tolist() == pytest.approx(best, abs=1e-5)


def test_the_text_itself_is_likeness_one() -> None:
    assert NEAREST.scores(vector_of([0, 0, 1, 0, 0])).tolist() == [0, 0, 0, 1]


def test_a_label_without_texts_and_a_question_without_terms_score_nothing() -> None:
    assert NEAREST.scores(vector_of([1, 0, 0, 0, 0]))[2] == 0
    assert NEAREST.scores(NOTHING).tolist() == [0, 0, 0, 0]


def test_the_order_of_the_texts_makes_no_difference() -> None:
    order = [4, 2, 0, 3, 1]
    shuffled = Nearest.learn(rows_of([TABLE[place] for place in order]), TARGETS[order], 4, 5)
    question = vector_of([0.5, 0.5, 0.5, 0.5, 0])
    assert shuffled.scores(question).tolist() == NEAREST.scores(question).tolist()


def test_without_any_text_every_label_scores_nothing() -> None:
    nobody = Nearest.learn(rows_of([]), np.zeros(0, dtype=np.int64), 2, 3)
    assert nobody.scores(vector_of([1, 0, 0])).tolist() == [0, 0]
