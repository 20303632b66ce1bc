"""Whether a question is the base's own at all."""

import numpy as np
import pytest

from knowledge.matching.familiarity import Familiarity
from tests.support.matching import NOTHING, rows_of, vector_of

# Honey and bees are ours, soup and trains are not.
TABLE: list[list[float]] = [[1, 0, 0, 0], [0.5, 0.5, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0.5, 0.5]]
OURS = np.array([True, True, True, False, False])
LEARNED = Familiarity.learn(rows_of(TABLE), OURS, 4, seed=1)


def test_what_is_ours_is_above_nought_and_what_is_not_is_below() -> None:
    assert [LEARNED.score(vector_of(row)) > 0 for row in TABLE] == OURS.tolist()


def test_the_score_is_the_sum_of_weights_and_the_offset() -> None:
    familiarity = Familiarity(np.array([1, -2, 0.5], dtype=np.float32), 0.25)
    assert familiarity.score(vector_of([0.5, 1, 0])) == -1.25
    assert familiarity.score(NOTHING) == 0.25


def test_the_same_seed_gives_the_same_boundary() -> None:
    again = Familiarity.learn(rows_of(TABLE), OURS, 4, seed=1)
    assert again.offset == LEARNED.offset
    assert again.weights.tolist() == LEARNED.weights.tolist()


@pytest.mark.parametrize("ours", [True, False])
def test_without_examples_of_both_sides_everything_is_ours(*, ours: bool) -> None:
    one_sided = Familiarity.learn(rows_of(TABLE), np.full(len(TABLE), ours), 4, seed=1)
    assert [one_sided.score(found) > 0 for found in (*map(vector_of, TABLE), NOTHING)] == [True] * (len(TABLE) + 1)
