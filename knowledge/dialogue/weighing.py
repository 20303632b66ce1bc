"""How likely each thing is that a message may mean, once its evidence is weighed; and where the lines lie."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.likeness import Floats

Probabilities = NDArray[np.float64]

# Fitted to the pack's own dialogues by tests/benchmarks/dialogue_weights.py, as a multinomial logistic model.
WEIGHTS: dict[str, float] = {
    "alone": 13.11,
    "with the last question": 5.19,
    "says": 0.79,
    "says most": 1.66,
    "says most of what is near": 1.04,
    "next": 2.27,
    "contrast": -0.05,
    "leads here": 0.62,
    "two steps": 0.65,
    "topic": 0.62,
    "distinction": 0.87,
    "same": -0.04,
    "earlier": -0.96,
    "offered": 3.34,
    "listed": 1.35,
    "contrast, begun as a continuation": 0.69,
    "distinction, begun as a continuation": 1.36,
    "same, begun as a continuation": -0.71,
    "small talk": -0.1,
    "small talk after a courtesy": 0.74,
    "not ours": 1.81,
    "not ours, by its chances": -0.15,
    "act": 5.52,
    "act, by its likeness": 4.89,
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
