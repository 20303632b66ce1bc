"""How likely each thing is that a message may mean, once its evidence is weighed; and where the lines lie."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.likeness import Floats

Probabilities = NDArray[np.float64]

# Fitted to the pack's own dialogues by tests/benchmarks/dialogue_weights.py, as a multinomial logistic model.
WEIGHTS: dict[str, float] = {
    "alone": 12.13,
    "with the last question": 4.42,
    "says": 0.83,
    "says most": 1.57,
    "says most of what is near": 1.44,
    "next": 2.24,
    "contrast": -0.01,
    "leads here": 0.52,
    "two steps": 0.48,
    "topic": 0.53,
    "distinction": 0.84,
    "same": 0.67,
    "earlier": -1.21,
    "offered": 2.90,
    "listed": 1.28,
    "contrast, begun as a continuation": 0.88,
    "distinction, begun as a continuation": 1.32,
    "same, begun as a continuation": -0.80,
    "small talk": -0.04,
    "small talk after a courtesy": 0.96,
    "not ours": 1.82,
    "not ours, by its chances": -0.17,
    "act": 4.91,
    "act, by its likeness": 5.29,
}
# From these probabilities on an act is taken for meant, the likeliest entry is answered, and the likeliest three, whose
# probabilities add up, are offered. Drawn on the same dialogues.
ACT_FROM = 0.35
ANSWER_FROM = 0.3
OFFER_FROM = 0.3

_WEIGHTS = np.array([WEIGHTS[column] for column in COLUMNS], dtype=np.float32)


def weigh(rows: Floats, *, impossible: Collection[int] = ()) -> Probabilities:
    """Give the probability of each row of evidence; rows that are `impossible` get none."""
    scores = (rows @ _WEIGHTS).astype(np.float64)
    scores[list(impossible)] = -np.inf
    shares = np.exp(scores - scores.max())
    return np.asarray(shares / shares.sum())
