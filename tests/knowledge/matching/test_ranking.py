"""All signals of a question, and what each weighs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from knowledge.matching.model import Model
from knowledge.matching.ranking import COMPARED, SIGNALS, USUAL, Ranker, probabilities
from knowledge.text import words

RANDOM = np.random.default_rng(1)
USUALLY = np.array([*USUAL.values()])
# So that what a signal adds is as large for each of them.
SCALE = 1 / np.where(USUALLY > 0, USUALLY, 1)
SCORES = st.lists(st.floats(-500, 500), min_size=1, max_size=8)


def readings(count: int, labels: int, *, told_by: int) -> tuple[list[NDArray[np.float32]], list[int]]:
    """Make noise for every signal, but for one that is higher at the right label."""
    targets = [number % labels for number in range(count)]
    read = [RANDOM.normal(size=(len(SIGNALS), labels)).astype(np.float32) for _ in targets]
    for signals, target in zip(read, targets, strict=True):
        signals[told_by, target] += 3
    return [(signals * SCALE[:, None]).astype(np.float32) for signals in read], targets


def test_every_signal_has_its_row(small_model: Model) -> None:
    reader, typed = small_model.reader, words("tell me of honey comb")
    vector = reader.space.vector(typed)
    found = dict(zip(SIGNALS, reader.signals.of(vector, typed), strict=True))
    for name, row in zip(SIGNALS, reader.signals.odds.scores(vector), strict=False):
        assert found[name].tolist() == row.tolist()
    assert found["covered"].tolist() == reader.signals.coverage.scores(typed).tolist()
    assert found["sense"].tolist() == reader.signals.sense.scores(typed).tolist()
    assert found["not ours"].tolist() == [0, 0, 0, 0, 0, 1]
    assert found["small talk"].tolist() == [0, 0, 0, 1, 1, 0]


def test_a_phrasing_is_wholly_covered_by_its_entry(small_model: Model) -> None:
    reader = small_model.reader
    signals = reader.read("tell me of honey sweet").signals
    honey = reader.labels.index("bees-honey")
    assert signals[SIGNALS.index("covered"), honey] == pytest.approx(1, abs=1e-5)


def test_scores_are_the_signals_by_their_weights() -> None:
    signals = np.zeros((len(SIGNALS), 2), dtype=np.float32)
    signals[0], signals[-1] = [1, 2], [10, 20]
    weights = np.zeros(len(SIGNALS))
    weights[[0, -1]] = 3, 0.5
    assert Ranker(weights).scores(signals).tolist() == [8, 16]


@pytest.mark.parametrize("told_by", [0, len(SIGNALS) - 1])
@pytest.mark.parametrize("labels", [2, 5, COMPARED + 4])
def test_the_signal_that_tells_the_right_label_weighs_most(told_by: int, labels: int) -> None:
    added = Ranker.learn(*readings(200, labels, told_by=told_by)).weights * SCALE
    assert int(np.argmax(added)) == told_by
    assert added[told_by] > 3 * np.abs(np.delete(added, told_by)).max()


def test_weights_are_those_under_which_the_right_labels_are_likeliest() -> None:
    read, targets = readings(60, 4, told_by=2)
    ranker = Ranker.learn(read, targets)
    spread = np.stack(read).astype(float).transpose(0, 2, 1).std(axis=(0, 1))

    def missed(weights: NDArray[np.float64]) -> float:
        shares = [probabilities(Ranker(weights).scores(signals)) for signals in read]
        held_back = (((weights - USUALLY) * spread) ** 2).sum() / 2
        return float(held_back - sum(np.log(share[target]) for share, target in zip(shares, targets, strict=True)))

    least = missed(ranker.weights)
    for place in range(len(SIGNALS)):
        for step in (-0.2, 0.2):
            moved = ranker.weights.copy()
            moved[place] = max(0.0, moved[place] + step)
            assert missed(moved) > least or moved[place] == ranker.weights[place]
    assert (ranker.weights >= 0).all()


def test_a_signal_that_nobody_has_weighs_what_it_usually_does() -> None:
    read, targets = readings(40, 3, told_by=0)
    for signals in read:
        signals[4] = 0
    assert Ranker.learn(read, targets).weights[4] == pytest.approx(USUALLY[4])


def test_without_many_examples_the_weights_stay_near_the_usual_ones() -> None:
    off = [np.abs((Ranker.learn(*readings(count, 3, told_by=0)).weights - USUALLY) * SCALE).sum() for count in (2, 200)]
    assert off[0] < off[1] / 2


@given(SCORES)
def test_probabilities_add_up_and_keep_the_order(scores: list[float]) -> None:
    found = probabilities(np.array(scores))
    assert found.sum() == pytest.approx(1)
    assert (found >= 0).all()
    assert found[int(np.argmax(scores))] == found.max()


def test_what_is_the_same_for_every_label_changes_no_probability() -> None:
    assert probabilities(np.array([1.0, 2.0, 4.0])) == pytest.approx(probabilities(np.array([1001.0, 1002.0, 1004.0])))
    assert probabilities(np.log([1.0, 3.0])) == pytest.approx([0.25, 0.75])
