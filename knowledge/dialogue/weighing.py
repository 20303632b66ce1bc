"""How likely each thing is that a message may mean, once its evidence is weighed; and where the lines lie."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.likeness import Floats

Probabilities = NDArray[np.float64]

# Fitted to the pack's own dialogues by tests/benchmarks/dialogue_weights.py, as a multinomial logistic model.
WEIGHTS: dict[str, float] = {
    "alone": 13.80,
    "with the last question": 3.01,
    "with the last question, the shorter the more": 1.34,
    "asked in passing": 5.59,
    "says": -0.03,
    "says most": 0.02,
    "says most of what is near": 1.17,
    "next": 1.93,
    "contrast": -0.06,
    "leads here": 0.38,
    "two steps": 0.61,
    "topic": 0.26,
    "distinction": 0.71,
    "same": 1.02,
    "earlier": -0.72,
    "offered": 3.44,
    "listed": 0.58,
    "contrast, begun as a continuation": 1.19,
    "distinction, begun as a continuation": 0.04,
    "same, begun as a continuation": -0.01,
    "small talk": 0.95,
    "small talk after a courtesy": 1.08,
    "not ours": -0.32,
    "not ours, by its chances": -0.83,
    "act": 5.42,
    "act, by its likeness": 7.77,
}
# From these probabilities on an act is taken for meant, the likeliest entry is answered, and the likeliest three, whose
# probabilities add up, are offered. Drawn on the same dialogues.
ACT_FROM = 0.35
ANSWER_FROM = 0.2
# Who asks on after an answer rather wants another one: to give the same takes more.
AGAIN_FROM = 0.4
OFFER_FROM = 0.3

_WEIGHTS = np.array([WEIGHTS[column] for column in COLUMNS], dtype=np.float32)


def weigh(rows: Floats, *, impossible: Collection[int] = ()) -> Probabilities:
    """Give the probability of each row of evidence; rows that are `impossible` get none."""
    scores = (rows @ _WEIGHTS).astype(np.float64)
    scores[list(impossible)] = -np.inf
    shares = np.exp(scores - scores.max())
    return np.asarray(shares / shares.sum())
