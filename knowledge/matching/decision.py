"""Whether to answer, to offer or to refuse: how sure the best candidates are, and where the lines lie."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.ranking import SIGNALS, probabilities
from knowledge.matching.sparse import Floats

# How many candidates are offered when it is not clear which is meant.
OFFERED = 3
# Shares of 0 and 1 have no finite log-odds.
LEAST_SHARE = 1e-6

_COVERED = SIGNALS.index("covered")

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was seen in one question.

    `total` has a score per label, `signals` a row per signal with a number per label. `familiar` tells if it is the
    base's own at all: above 0 it is. `known_share` is the share of the words that the base knows, from 0 to 1;
    `understood` tells whether any of them means anything to it, `length` counts them. `languages` has the log-odds of
    each language.
    """

    total: Doubles
    signals: Floats
    familiar: float
    known_share: float
    understood: bool
    length: int
    languages: Floats


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure the candidates are: that the first is right, and that the right one is among those offered."""

    first: float
    offered: float


def evidence(reading: Reading) -> Doubles:
    """Give what tells a right first candidate from a wrong one.

    Four numbers on purpose: with a dozen more, calibration was no better on questions that had not been seen.
    """
    return _evidence(reading, _shares(reading))


def _evidence(reading: Reading, shares: tuple[float, float]) -> Doubles:
    first, foreign = shares
    best = int(np.argmax(reading.total[:-1]))
    return np.array([_log_odds(first), _log_odds(foreign), reading.familiar, reading.signals[_COVERED, best]])


def _shares(reading: Reading) -> tuple[float, float]:
    """Give the probabilities, among all labels, of the best of ours and of the last: that it is not ours."""
    shares = np.clip(probabilities(reading.total), LEAST_SHARE, 1 - LEAST_SHARE)
    return float(shares[:-1].max()), float(shares[-1])


def _log_odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


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
        if not reading.understood:
            return Judgement(0.0, 0.0)
        shares = _shares(reading)
        first, offered = map(float, self.probabilities(_evidence(reading, shares)[np.newaxis])[0])
        ours, foreign = shares
        # However well the rest looks, nobody is surer of an entry than of its standing against "not ours".
        first = min(first, ours / (ours + foreign))
        return Judgement(first, max(first, offered))

    def probabilities(self, rows: Doubles) -> Doubles:
        """Give both probabilities for each row of evidence."""
        logits = rows @ self.weights[:, :-1].T + self.weights[:, -1]
        return np.asarray(1 / (1 + np.exp(-logits)))
