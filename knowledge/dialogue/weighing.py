"""How likely each thing is that a message may mean, once its evidence is weighed; and where the lines lie."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.likeness import Floats

Probabilities = NDArray[np.float64]

# Fitted to the pack's own dialogues by tests/benchmarks/dialogue_weights.py, as a multinomial logistic model.
WEIGHTS: dict[str, float] = {
    "alone": 13.95,
    "with the last question": 2.36,
    "with the last question, the shorter the more": 1.44,
    "asked in passing": 5.47,
    "says": 0.02,
    "says most": 0.25,
    "says most of what is near": 0.91,
    "next": 2.07,
    "contrast": -0.06,
    "leads here": 0.34,
    "two steps": 0.60,
    "topic": 0.33,
    "distinction": 0.82,
    "same": 1.33,
    "earlier": -0.70,
    "offered": 3.46,
    "listed": 0.58,
    "contrast, begun as a continuation": 0.93,
    "distinction, begun as a continuation": 0.11,
    "same, begun as a continuation": 0.07,
    "small talk": 0.89,
    "small talk after a courtesy": 1.09,
    "not ours": -1.12,
    "not ours, by its chances": -1.05,
    "act": 5.57,
    "act, by its likeness": 7.72,
}
# From these probabilities on an act is taken for meant, the likeliest entry is answered, and the likeliest three, whose
# probabilities add up, are offered. Drawn on the same dialogues.
ACT_FROM = 0.35
ANSWER_FROM = 0.3
# Who asks on after an answer rather wants another one: to give the same takes more.
AGAIN_FROM = 0.5
OFFER_FROM = 0.3

_WEIGHTS = np.array([WEIGHTS[column] for column in COLUMNS], dtype=np.float32)


def weigh(rows: Floats, *, impossible: Collection[int] = ()) -> Probabilities:
    """Give the probability of each row of evidence; rows that are `impossible` get none."""
    scores = (rows @ _WEIGHTS).astype(np.float64)
    scores[list(impossible)] = -np.inf
    shares = np.exp(scores - scores.max())
    return np.asarray(shares / shares.sum())
