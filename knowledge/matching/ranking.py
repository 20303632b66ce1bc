"""All signals of a question, weighed into one score per label: the log of a probability but for a constant."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.coverage import Coverage
from knowledge.matching.odds import Odds
from knowledge.matching.sense import Sense
from knowledge.matching.sparse import Floats, Integers
from knowledge.matching.vectors import Vector

Doubles = NDArray[np.float64]

# The signals by name, as `kb evaluate` and `ask --why` speak of them, and what each weighs in the pack that comes with
# the bot, rounded: what a base with few examples begins from.
USUAL = {
    "words": 0.6,
    "concepts": 0.7,
    "characters": 0.3,
    "meaning": 0.0,
    "covered": 0.7,
    "not ours": 2.0,
    "small talk": 3.0,
    "sense": 11.0,
}
SIGNALS = tuple(USUAL)
# How many labels, the likeliest by their words, an example is weighed against when the ranker learns.
COMPARED = 16


@dataclass(frozen=True, slots=True)
class Signals:
    """What gives each label its signals; `entries` labels are entries, the last is for what is not ours."""

    odds: Odds
    coverage: Coverage
    sense: Sense
    entries: int

    def of(self, question: Vector, typed: Sequence[str]) -> Floats:
        """Give a row per signal, in the order of `SIGNALS`, with a number per label; that of meaning stays empty."""
        odds = self.odds.scores(question)
        found = np.zeros((len(SIGNALS), odds.shape[1]), dtype=np.float32)
        found[:3] = odds
        found[4] = self.coverage.scores(typed)
        found[5, -1] = 1
        found[6, self.entries : -1] = 1
        found[7] = self.sense.scores(typed)
        return found


@dataclass(frozen=True, slots=True)
class Ranker:
    """A conditional logit model (McFadden 1974): a weight per signal, learned from examples that were held out."""

    weights: Doubles

    def scores(self, signals: Floats) -> Doubles:
        """Give the score of each label."""
        return np.asarray(self.weights @ signals)

    @classmethod
    def learn(cls, read: list[Floats], targets: list[int]) -> "Ranker":
        """Find the weights, none below 0, under which the labels that are right are likeliest.

        A signal that seems to speak against what it finds only mends what another overrates among held-out examples.
        The fewer examples there are, the nearer the weights stay to the usual ones.

        `read` holds the signals of each question (signals by labels), `targets` the right label of each.
        """
        from scipy.optimize import minimize  # noqa: PLC0415  (a start from cache needs no SciPy)

        likely = [_likely(signals, target) for signals, target in zip(read, targets, strict=True)]
        cells = np.stack([signals[:, labels].T for signals, labels in zip(read, likely, strict=True)]).astype(float)
        spread = cells.std(axis=(0, 1)) + 1e-9
        cells /= spread
        usual = spread * np.array([*USUAL.values()])

        def loss(weights: Doubles) -> tuple[float, Doubles]:
            scores = cells @ weights
            scores -= scores.max(axis=1, keepdims=True)
            odds = np.exp(scores)
            shares = odds / odds.sum(axis=1, keepdims=True)
            off = weights - usual
            missed = -np.log(shares[:, 0] + 1e-12).sum() + off @ off / 2
            slope = np.einsum("ql,qls->s", shares, cells) - cells[:, 0].sum(axis=0) + off
            return float(missed), slope

        least = [(0.0, None)] * len(spread)
        found = minimize(loss, usual, jac=True, method="L-BFGS-B", bounds=least)
        return cls(np.asarray(found.x / spread))


def _likely(signals: Floats, target: int) -> Integers:
    """Give the right label, the likeliest others by their words, and that for what is not ours: always as many."""
    order = np.argsort(-signals[:3].sum(axis=0), kind="stable")
    last = signals.shape[1] - 1
    beside = [] if target == last else [last]
    others = [label for label in order.tolist() if label not in (target, last)][: COMPARED - 1 - len(beside)]
    return np.array([target, *others, *beside], dtype=np.int64)


def probabilities(scores: Doubles) -> Doubles:
    """Turn scores into probabilities that add up to 1."""
    odds = np.exp(scores - scores.max())
    return np.asarray(odds / odds.sum())
