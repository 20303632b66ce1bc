"""Whether to answer, to offer or to refuse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.decision import Decision, Reading, Worth, draw_lines, evidence

SCORE = st.floats(-10, 10, width=32)
WORTH = Worth()


def reading_of(
    total: list[float], linear: list[float] | None = None, nearest: list[float] | None = None, length: int = 3
) -> Reading:
    return Reading(
        total=np.array(total, dtype=np.float32),
        linear=np.array(linear or total, dtype=np.float32),
        nearest=np.array(nearest or total, dtype=np.float32),
        known_share=0.5,
        length=length,
        languages=np.zeros(2, dtype=np.float32),
    )


def test_the_evidence_is_about_the_best_of_ours() -> None:
    reading = reading_of([1, 5, 3, 2, 0.5, 9], linear=[0, 4, 0, 0, 0, 1], nearest=[0, 0.75, 0, 0, 0, 0.25], length=0)
    assert evidence(reading).tolist() == [5, 2, 4, 3, 0.75, 0.5, 0.5, 0]


def test_a_base_of_two_has_evidence_too() -> None:
    assert evidence(reading_of([1, 2, 0]))[1:3].tolist() == [1, 1]


@given(st.lists(SCORE, min_size=3, max_size=9), st.integers(0, 1000))
def test_any_reading_gives_probabilities(scores: list[float], length: int) -> None:
    decision = Decision(np.linspace(-1, 1, 18).reshape(2, 9), 0.5, 0.5)
    judged = decision.judge(reading_of(scores, length=length))
    assert 0 <= judged.first <= 1
    assert 0 <= judged.offered <= 1


def test_the_last_weight_is_the_constant() -> None:
    weights = np.zeros((2, 9))
    weights[:, -1] = [0, np.log(3)]
    judged = Decision(weights, 0.5, 0.5).judge(reading_of([1, 2, 3]))
    assert judged.first == 0.5
    assert judged.offered == pytest.approx(0.75)


def test_more_evidence_for_the_first_makes_it_surer() -> None:
    weights = np.zeros((2, 9))
    weights[0, 1] = 1
    decision = Decision(weights, 0.5, 0.5)
    near, clear = (decision.judge(reading_of([first, 1, 0])).first for first in (1.1, 4.0))
    assert near < clear


def earned(rows: np.ndarray, right: list[bool], ours: list[bool], lines: tuple[float, float]) -> float:
    """Add up what two lines earn, example by example."""
    total = 0.0
    for (first, offered), is_right, is_ours in zip(rows, right, ours, strict=True):
        if first >= lines[0]:
            missing = WORTH.answered_wrong if is_ours else WORTH.answered_not_ours
            total += WORTH.answered_right if is_right else missing
        elif offered >= lines[1]:
            total += WORTH.offered_right if is_right else WORTH.offered_wrong
        else:
            total += WORTH.refused_ours if is_ours else WORTH.refused_not_ours
    return total


EXAMPLE = st.tuples(st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans())


@given(st.lists(EXAMPLE, min_size=1, max_size=20), st.sampled_from([0.25, 0.5, 0.9]), st.sampled_from([0.2, 0.5, 0.9]))
def test_no_other_lines_earn_more(examples: list[tuple[float, float, bool, bool]], answer: float, offer: float) -> None:
    rows = np.array([example[:2] for example in examples])
    right = [example[2] for example in examples]
    ours = [example[3] for example in examples]
    lines = draw_lines(rows, right, right, ours, WORTH)
    on_the_grid = (
        float(min(np.arange(0.2, 0.95, 0.025), key=lambda line: abs(line - answer))),
        float(min(np.arange(0.1, 0.95, 0.025), key=lambda line: abs(line - offer))),
    )
    assert earned(rows, right, ours, lines) >= earned(rows, right, ours, on_the_grid) - 1e-9


def test_lines_part_what_is_ours_from_what_is_not() -> None:
    rows = np.array([[0.9, 0.95], [0.4, 0.8], [0.3, 0.2]])
    answer_from, offer_from = draw_lines(rows, [True, False, False], [True, True, False], [True, True, False], WORTH)
    assert 0.4 < answer_from <= 0.9
    assert 0.2 < offer_from <= 0.8
