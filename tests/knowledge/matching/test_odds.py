"""What speaks for a label, beside naive Bayes by scikit-learn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.naive_bayes import ComplementNB, MultinomialNB

from knowledge.matching.odds import SMOOTHING, Odds
from knowledge.matching.sparse import Floats
from knowledge.matching.vectors import Vector
from tests.support.matching import NOTHING, Table, rows_of, vector_of

WIDTH, LABELS = 5, 3
WEIGHT = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0])
ROW = st.lists(WEIGHT, min_size=WIDTH, max_size=WIDTH)
# One example of each label, then others.
TABLES = st.lists(ROW, min_size=LABELS, max_size=9)
# Honey is said of label 0, night of label 1, everything of both.
BY_HAND = Odds.learn(rows_of([[1, 0, 1], [1, 0, 0], [0, 1, 1]]), np.array([0, 0, 1]), 3, 3)


def learned(table: list[list[float]]) -> tuple[Odds, list[int]]:
    targets = [number % LABELS for number in range(len(table))]
    return Odds.learn(rows_of(table), np.array(targets), LABELS, WIDTH), targets


def centred(scores: Table | Floats) -> Table:
    """Take out what is the same for every label: it changes no ranking."""
    return np.asarray(scores - scores.mean(), dtype=np.float64)


@given(TABLES, ROW)
def test_scores_are_those_of_naive_bayes_for_a_label_less_those_for_its_complement(
    table: list[list[float]], question: list[float]
) -> None:
    odds, targets = learned(table)
    shares = sum(
        machine(alpha=SMOOTHING).fit(table, targets).feature_log_prob_ for machine in (MultinomialNB, ComplementNB)
    )
    assert centred(odds.scores(vector_of(question))[0]) == pytest.approx(centred(shares @ question), abs=2e-4)


def test_a_label_leads_by_its_own_terms() -> None:
    assert [int(np.argmax(BY_HAND.scores(vector_of(typed))[0])) for typed in ([1, 0, 0], [0, 1, 0])] == [0, 1]


def test_a_term_that_only_others_know_speaks_against_a_label() -> None:
    scores = BY_HAND.scores(vector_of([1, 0, 0]))[0]
    assert scores[0] > 0 > scores[1]


def test_a_rarer_label_leads_by_a_term_that_all_know_as_often() -> None:
    """Complement naive Bayes is not drawn to the labels that have most examples."""
    odds = Odds.learn(rows_of([[1, 0], [1, 0], [0, 1], [0, 1], [1, 0]]), np.array([0, 0, 0, 0, 1]), 2, 2)
    first, second = odds.scores(vector_of([1, 0]))[0]
    assert second > first


def test_the_order_of_the_examples_makes_no_difference() -> None:
    table, targets, order = [[1, 0, 1], [1, 0, 0], [0, 1, 1]], np.array([0, 0, 1]), [2, 0, 1]
    shuffled = Odds.learn(rows_of([table[place] for place in order]), targets[order], 3, 3)
    question = vector_of([0.5, 0.5, 0.5])
    assert shuffled.scores(question) == pytest.approx(BY_HAND.scores(question), abs=1e-6)


@given(TABLES, ROW, st.integers(0, WIDTH))
def test_the_kinds_of_terms_add_up(table: list[list[float]], question: list[float], cut: int) -> None:
    odds, _ = learned(table)
    whole = vector_of(question)
    end = int((whole.columns < cut).sum())
    parts = odds.scores(Vector(whole.columns, whole.weights, (end, len(whole.columns))))
    assert parts.shape == (2, LABELS)
    assert parts.sum(axis=0) == pytest.approx(odds.scores(whole)[0], abs=1e-4)


def test_a_question_without_terms_speaks_for_nobody() -> None:
    assert BY_HAND.scores(NOTHING).tolist() == [[0, 0, 0]] * 3


def test_a_label_without_examples_never_leads_and_its_numbers_are_finite() -> None:
    assert np.isfinite(BY_HAND.unknown).all()
    scores = BY_HAND.scores(vector_of([1, 1, 1]))[0]
    assert int(np.argmax(scores)) != 2


def test_one_label_alone_has_finite_numbers() -> None:
    alone = Odds.learn(rows_of([[1, 0], [0, 1]]), np.array([0, 0]), 1, 2)
    assert np.isfinite(alone.scores(vector_of([1, 1]))).all()


def test_terms_that_a_label_does_not_know_take_no_room() -> None:
    assert BY_HAND.by_term.lengths().tolist() == [1, 1, 2]
