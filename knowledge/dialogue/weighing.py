"""How likely each thing is that a message may mean, once its evidence is weighed; and where the lines lie."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.likeness import Floats

Probabilities = NDArray[np.float64]

# Fitted to the pack's own dialogues by tests/benchmarks/dialogue_weights.py, as a multinomial logistic model.
WEIGHTS: dict[str, float] = {
    "alone": 13.82,
    "with the last question": 2.36,
    "with the last question, the shorter the more": 1.50,
    "asked in passing": 5.63,
    "says": 0.08,
    "says most": 0.20,
    "says most of what is near": 0.93,
    "next": 1.93,
    "contrast": 0.10,
    "leads here": 0.36,
    "two steps": 0.67,
    "topic": 0.34,
    "distinction": 0.92,
    "same": 1.28,
    "earlier": -0.93,
    "offered": 3.48,
    "listed": 0.39,
    "contrast, begun as a continuation": 0.86,
    "distinction, begun as a continuation": 0.11,
    "same, begun as a continuation": 0.10,
    "small talk": 2.43,
    "small talk after a courtesy": 1.24,
    "not ours": -0.34,
    "not ours, by its chances": -0.55,
    "act": 5.80,
    "act, by its likeness": 7.37,
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
