"""How sure a reading is, learned from readings that were judged, and from where it pays to answer."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching import calibration
from knowledge.matching.calibration import (
    BESIDE,
    LEAST_SURE,
    NOT_OURS_SHARE,
    STEP,
    Judged,
    Worth,
    draw_lines,
    learn_decision,
)
from knowledge.matching.decision import Decision, evidence
from tests.support.matching import reading_of

LABELS, NOT_OURS = 5, 4
WORTH = Worth()


def judged(count: int, *, right: float, clear: float = 1.0, ours: bool = True, seed: int = 0) -> list[Judged]:
    """Make readings of which a share is right; what is right leads by more, on the whole."""
    random = np.random.default_rng(seed)
    found = []
    for number in range(count):
        is_right = number < right * count
        total = random.normal(size=LABELS)
        best = int(np.argmax(total[:NOT_OURS]))
        total[best] += clear * random.gamma(3) * (1.5 if is_right else 0.5) if ours else 0
        total[NOT_OURS] += 0 if ours else 2
        wrong = (best + 1) % NOT_OURS
        meant = (best if is_right else wrong) if ours else NOT_OURS
        found.append(Judged(reading_of(list(total), familiar=1.0 if ours else -1.0), frozenset({meant})))
    return found


def mean_first(decision: Decision, readings: list[Judged]) -> float:
    return float(np.mean([decision.judge(found.reading).first for found in readings]))


HELD_OUT = judged(200, right=0.5) + judged(60, right=0, ours=False, seed=1)


@pytest.mark.parametrize("right", [0.2, 0.6, 0.9])
def test_probabilities_say_how_often_judged_readings_are_right(right: float) -> None:
    asked = judged(200, right=right, seed=2)
    assert mean_first(learn_decision(HELD_OUT, asked, NOT_OURS), asked) == pytest.approx(right, abs=0.05)


def test_without_judged_questions_they_say_how_often_held_out_examples_are_right() -> None:
    decision = learn_decision(HELD_OUT, [], NOT_OURS)
    assert mean_first(decision, HELD_OUT[:200]) == pytest.approx(0.5, abs=0.05)
    assert mean_first(decision, HELD_OUT[200:]) < 0.2


def test_judged_questions_change_how_sure_a_reading_is_and_not_which_is_surer() -> None:
    alone = learn_decision(HELD_OUT, [], NOT_OURS)
    taught = learn_decision(HELD_OUT, judged(200, right=0.9, seed=2), NOT_OURS)
    rows = np.array([evidence(found.reading) for found in HELD_OUT])
    before, after = (decision.probabilities(rows)[:, 0] for decision in (alone, taught))
    assert np.argsort(before).tolist() == np.argsort(after).tolist()
    assert after.mean() > before.mean()


@pytest.mark.parametrize("right", [0.0, 1.0])
def test_judged_questions_that_are_all_alike_leave_a_decision(right: float) -> None:
    decision = learn_decision(judged(50, right=0.5), judged(20, right=right, seed=3), NOT_OURS)
    assert np.isfinite(decision.weights).all()


def test_held_out_examples_that_are_all_right_leave_a_decision() -> None:
    perfect = judged(100, right=1.0) + HELD_OUT[200:]
    decision = learn_decision(perfect, [], NOT_OURS)
    assert mean_first(decision, perfect[:100]) > decision.answer_from > mean_first(decision, perfect[100:])


def test_a_question_may_have_several_answers() -> None:
    several = [Judged(found.reading, frozenset(range(NOT_OURS))) for found in judged(100, right=0.0, seed=4)]
    assert mean_first(learn_decision(HELD_OUT, several, NOT_OURS), several) > 0.8


def test_what_is_not_ours_weighs_its_share_however_many_examples_there_are() -> None:
    for foreign in (5, 500):
        found = calibration._outcomes(judged(100, right=0.5) + judged(foreign, right=0, ours=False, seed=1), NOT_OURS)
        assert found.weights[~found.ours].sum() / found.weights.sum() == pytest.approx(NOT_OURS_SHARE)


EXAMPLE = st.tuples(st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans(), st.sampled_from([1.0, 0.2]))


def outcomes(examples: list[tuple[float, float, bool, bool, float]]) -> calibration._Outcomes:
    _, _, right, ours, weights = (np.array(column) for column in zip(*examples, strict=True))
    return calibration._Outcomes(np.zeros((len(examples), 1)), right, right, ours, weights)


def earned(examples: list[tuple[float, float, bool, bool, float]], lines: tuple[float, float]) -> float:
    """Add up what two lines earn, example by example."""
    total = 0.0
    for first, offered, is_right, is_ours, weight in examples:
        if first >= lines[0]:
            missing = WORTH.answered_wrong if is_ours else WORTH.answered_not_ours
            total += weight * (WORTH.answered_right if is_right else missing)
        elif offered >= lines[1]:
            total += weight * (WORTH.offered_right if is_right else WORTH.offered_wrong)
        else:
            total += weight * (WORTH.refused_ours if is_ours else WORTH.refused_not_ours)
    return total


ANSWER_LINES, OFFER_LINES = np.arange(LEAST_SURE, 0.95, STEP).tolist(), np.arange(0.1, 0.95, STEP).tolist()


def earned_around(examples: list[tuple[float, float, bool, bool, float]], answer: int, offer: int) -> float:
    """Add up what the pairs of lines around one earn; beyond the last line it is as at the last."""

    def beside(line: int, lines: list[float]) -> list[float]:
        return [lines[min(max(line + by, 0), len(lines) - 1)] for by in range(-BESIDE, BESIDE + 1)]

    pairs = itertools.product(beside(answer, ANSWER_LINES), beside(offer, OFFER_LINES))
    return sum(earned(examples, pair) for pair in pairs)


@given(st.lists(EXAMPLE, min_size=1, max_size=12), st.integers(0, 22), st.integers(0, 42))
def test_around_no_other_lines_is_more_earned(
    examples: list[tuple[float, float, bool, bool, float]], answer: int, offer: int
) -> None:
    rows = np.array([example[:2] for example in examples])
    found = draw_lines(rows, outcomes(examples), WORTH)
    around = earned_around(examples, ANSWER_LINES.index(found[0]), OFFER_LINES.index(found[1]))
    assert around >= earned_around(examples, answer, offer) - 1e-9


def test_lines_part_what_is_ours_from_what_is_not() -> None:
    rows = np.array([[0.9, 0.95], [0.4, 0.8], [0.3, 0.2]])
    found = calibration._Outcomes(
        rows=np.zeros((3, 1)),
        first=np.array([True, False, False]),
        offered=np.array([True, True, False]),
        ours=np.array([True, True, False]),
        weights=np.ones(3),
    )
    answer_from, offer_from = draw_lines(rows, found, WORTH)
    assert 0.4 < answer_from <= 0.9
    assert 0.2 < offer_from <= 0.8
