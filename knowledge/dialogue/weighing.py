"""How likely each thing is that a message may mean, once its evidence is weighed; and where the lines lie."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.likeness import Floats

Probabilities = NDArray[np.float64]

# Fitted to the pack's own dialogues by tests/benchmarks/dialogue_weights.py, as a multinomial logistic model.
WEIGHTS: dict[str, float] = {
    "alone": 13.06,
    "with the last question": 5.19,
    "says": 0.82,
    "says most": 1.73,
    "says most of what is near": 1.07,
    "next": 2.32,
    "contrast": -0.07,
    "leads here": 0.63,
    "two steps": 0.59,
    "topic": 0.65,
    "distinction": 0.91,
    "same": -0.01,
    "earlier": -1.00,
    "offered": 3.33,
    "listed": 1.27,
    "contrast, begun as a continuation": 0.67,
    "distinction, begun as a continuation": 1.37,
    "same, begun as a continuation": -0.72,
    "small talk": -0.06,
    "small talk after a courtesy": 0.75,
    "not ours": 1.86,
    "not ours, by its chances": -0.15,
    "act": 5.53,
    "act, by its likeness": 4.90,
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
