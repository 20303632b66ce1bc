"""Whether to answer, to offer or to refuse."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.decision import Decision, evidence
from tests.support.matching import reading_of

SCORE = st.floats(-800, 800)
EVIDENCE = len(evidence(reading_of([1, 2, 3])))


def log_odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def test_the_evidence_is_about_the_best_of_ours_and_what_is_not_ours() -> None:
    shares = [0.05, 0.4, 0.2, 0.1, 0.25]
    found = evidence(reading_of(list(np.log(shares)), familiar=0.7, covered=[0.5, 1, 0.25, 0, 0]))
    assert found.tolist() == pytest.approx([log_odds(0.4), log_odds(0.25), 0.7, 1])


@pytest.mark.parametrize("total", [[1.0, 0.0], [1.0, 2.0, 0.0], [1.0, 1.0, 1.0]])
def test_a_base_of_one_or_two_has_as_much_evidence(total: list[float]) -> None:
    found = evidence(reading_of(total))
    assert found.shape == (EVIDENCE,)
    assert np.isfinite(found).all()


@given(st.lists(SCORE, min_size=2, max_size=9), st.floats(-9, 9), st.integers(0, 10_000))
def test_any_reading_gives_probabilities(scores: list[float], familiar: float, length: int) -> None:
    decision = Decision(np.linspace(-1, 1, 2 * (EVIDENCE + 1)).reshape(2, EVIDENCE + 1), 0.5, 0.5)
    judged = decision.judge(reading_of(scores, familiar=familiar, length=length))
    assert 0 <= judged.first <= judged.offered <= 1


def test_the_last_weight_is_the_constant() -> None:
    weights = np.zeros((2, EVIDENCE + 1))
    weights[:, -1] = [0, np.log(3)]
    judged = Decision(weights, 0.5, 0.5).judge(reading_of([1, 4, 3]))
    assert judged.first == 0.5
    assert judged.offered == pytest.approx(0.75)


def test_more_evidence_for_the_first_makes_it_surer() -> None:
    weights = np.zeros((2, EVIDENCE + 1))
    weights[0, 0] = 1
    near, clear = (Decision(weights, 0.5, 0.5).judge(reading_of([first, 1, 0])).first for first in (1.1, 4.0))
    assert near < clear


def test_what_is_offered_is_at_least_as_sure_as_the_first_of_it() -> None:
    weights = np.zeros((2, EVIDENCE + 1))
    weights[:, -1] = [2, -2]
    judged = Decision(weights, 0.5, 0.5).judge(reading_of([1, 9, 3]))
    assert judged.offered == judged.first


def test_nobody_is_surer_of_an_entry_than_of_its_standing_against_what_is_not_ours() -> None:
    weights = np.zeros((2, EVIDENCE + 1))
    weights[:, -1] = 9
    judged = Decision(weights, 0.5, 0.5).judge(reading_of(list(np.log([0.1, 0.3, 0.6]))))
    assert judged.first == pytest.approx(1 / 3)
    assert judged.offered > 0.9


def test_the_order_of_the_entries_makes_no_difference() -> None:
    one, other = (
        reading_of(total, covered=near) for total, near in (([1, 4, 2, 3], [0, 1, 2, 3]), ([4, 2, 1, 3], [1, 2, 0, 3]))
    )
    assert evidence(one) == pytest.approx(evidence(other))


def test_a_more_familiar_question_differs_in_that_alone() -> None:
    before = reading_of([1, 2, 3])
    changed = evidence(replace(before, familiar=1.5)) != evidence(before)
    assert np.flatnonzero(changed).tolist() == [2]


def test_a_question_of_which_nothing_is_understood_is_not_answered() -> None:
    weights = np.full((2, EVIDENCE + 1), 9.0)
    judged = Decision(weights, 0.5, 0.5).judge(replace(reading_of([5, 1, 0]), understood=False))
    assert (judged.first, judged.offered) == (0, 0)
