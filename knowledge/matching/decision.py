"""Whether to answer, to offer or to refuse: how sure the best candidates are, and where the lines lie."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.vectors import Floats

# How many candidates are offered when it is not clear which is meant.
OFFERED = 3

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the signals saw in one question, per label; how much of it the base knows; the log-odds of each language."""

    total: Floats
    linear: Floats
    nearest: Floats
    known_share: float
    length: int
    languages: Floats


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure the candidates are: that the first is right, and that the right one is among those offered."""

    first: float
    offered: float


def evidence(reading: Reading) -> Doubles:
    """Give what tells a right first candidate from a wrong one; the last label is the one for what is not ours."""
    ours = reading.total[:-1]
    order = np.argsort(-ours)[: OFFERED + 1]
    first = order[0]
    return np.array(
        [
            ours[first],
            ours[first] - ours[order[1]],
            ours[first] - ours[order[-1]],
            reading.linear[first] - reading.linear[-1],
            reading.nearest[first],
            reading.nearest[first] - reading.nearest[-1],
            reading.known_share,
            np.log1p(reading.length),
        ],
        dtype=np.float64,
    )


@dataclass(frozen=True, slots=True)
class Decision:
    """Two logistic models over the evidence and the two lines that were drawn on their probabilities.

    `weights` has a row per model (first, offered); its last column is the constant.
    """

    weights: Doubles
    answer_from: float
    offer_from: float

    def judge(self, reading: Reading) -> Judgement:
        """Tell how sure the candidates of a reading are."""
        first, offered = self.probabilities(evidence(reading)[np.newaxis])[0]
        return Judgement(float(first), float(offered))

    def probabilities(self, rows: Doubles) -> Doubles:
        """Give both probabilities for each row of evidence."""
        logits = rows @ self.weights[:, :-1].T + self.weights[:, -1]
        return np.asarray(1 / (1 + np.exp(-logits)))


@dataclass(frozen=True, slots=True)
class Worth:
    """What each way of ending is worth to the person who asked, from -1 to 1; the lines are drawn to earn the most."""

    answered_right: float = 1.0
    answered_wrong: float = -0.5
    answered_not_ours: float = -1.0
    offered_right: float = 0.5
    offered_wrong: float = -0.3
    refused_ours: float = -0.2
    refused_not_ours: float = 1.0


def draw_lines(
    probabilities: Doubles,
    first_right: Sequence[bool],
    offered_right: Sequence[bool],
    ours: Sequence[bool],
    worth: Worth,
) -> tuple[float, float]:
    """Find the two lines (answer from, offer from) that earn the most on judged examples."""
    first, offered, is_ours = np.asarray(first_right), np.asarray(offered_right), np.asarray(ours)
    missing = np.where(is_ours, worth.answered_wrong, worth.answered_not_ours)
    answering = np.where(first, worth.answered_right, missing)
    offering = np.where(offered, worth.offered_right, worth.offered_wrong)
    refusing = np.where(is_ours, worth.refused_ours, worth.refused_not_ours)
    best = (-np.inf, 0.5, 0.5)
    for answer_from in np.arange(0.2, 0.95, 0.025):
        answered = probabilities[:, 0] >= answer_from
        for offer_from in np.arange(0.1, 0.95, 0.025):
            rest = np.where(probabilities[:, 1] >= offer_from, offering, refusing)
            best = max(best, (float(np.where(answered, answering, rest).sum()), float(answer_from), float(offer_from)))
    return best[1], best[2]
