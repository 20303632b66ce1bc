"""Learns the decision: what a right reading looks like, how sure that makes it, and from where it pays to answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.decision import OFFERED, Decision, Doubles, Reading, evidence

Truths = NDArray[np.bool_]

# The share of messages that are none of ours, for which the decision is learned.
NOT_OURS_SHARE = 0.1
# What is answered is more likely right than wrong.
LEAST_SURE = 0.5
# How far apart the lines are that are tried, and how many to each side of one it must do well with.
STEP = 0.02
BESIDE = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading by a model that had not seen the question, and the labels that are right for it."""

    reading: Reading
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class Worth:
    """What each way of ending is worth to the person who asked; the lines are drawn to earn the most."""

    answered_right: float = 1.0
    answered_wrong: float = -1.0
    answered_not_ours: float = -1.5
    offered_right: float = 0.3
    offered_wrong: float = -0.05
    refused_ours: float = -0.5
    refused_not_ours: float = 0.15


@dataclass(frozen=True, slots=True)
class _Outcomes:
    """Of each judged reading: its evidence, whether the first and the offered are right, if it is ours; its weight."""

    rows: Doubles
    first: Truths
    offered: Truths
    ours: Truths
    weights: Doubles


def learn_decision(held_out: Sequence[Judged], asked: Sequence[Judged], not_ours: int) -> Decision:
    """Learn from readings of examples that were held out and, where a pack has them, of questions that were judged.

    Held-out examples are plenty but harder than what people ask: each counts for one entry only, and writers of
    phrasings look for odd ones. So they tell what a right reading looks like, and judged questions how sure that is
    (Platt scaling), in the share that held-out examples have.
    """
    learned = _outcomes(held_out, not_ours)
    usual = _usual(learned, _outcomes(asked, not_ours)) if asked else learned
    weights = [
        _scaled(_logistic(learned.rows, right, learned.weights), usual, sure)
        for right, sure in ((learned.first, usual.first), (learned.offered, usual.offered))
    ]
    decision = Decision(np.array(weights), 0.5, 0.5)
    return Decision(decision.weights, *draw_lines(decision.probabilities(usual.rows), usual, Worth()))


def draw_lines(probabilities: Doubles, outcomes: _Outcomes, worth: Worth) -> tuple[float, float]:
    """Find the two lines (answer from, offer from) around which the most is earned on judged readings.

    Around and not at: with some hundreds of readings the best pair of lines by itself is a matter of chance.
    """
    missing = np.where(outcomes.ours, worth.answered_wrong, worth.answered_not_ours)
    answering = np.where(outcomes.first, worth.answered_right, missing)
    offering = np.where(outcomes.offered, worth.offered_right, worth.offered_wrong)
    refusing = np.where(outcomes.ours, worth.refused_ours, worth.refused_not_ours)
    answer_lines, offer_lines = np.arange(LEAST_SURE, 0.95, STEP), np.arange(0.1, 0.95, STEP)
    earned = np.zeros((len(answer_lines), len(offer_lines)))
    for row, answer_from in enumerate(answer_lines):
        answered = probabilities[:, 0] >= answer_from
        for column, offer_from in enumerate(offer_lines):
            rest = np.where(probabilities[:, 1] >= offer_from, offering, refusing)
            earned[row, column] = np.where(answered, answering, rest) @ outcomes.weights
    best = np.unravel_index(_around(earned).argmax(), earned.shape)
    return float(answer_lines[best[0]]), float(offer_lines[best[1]])


def _around(earned: Doubles) -> Doubles:
    """Add up what is earned within `BESIDE` lines to every side; beyond the edge it is as at the edge."""
    padded = np.pad(earned, BESIDE, mode="edge")
    size = 2 * BESIDE + 1
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, (size, size)).sum(axis=(2, 3)))


def _outcomes(judged: Sequence[Judged], not_ours: int) -> _Outcomes:
    best = [np.argsort(-each.reading.total[:-1])[:OFFERED] for each in judged]
    ours = np.array([not_ours not in each.right for each in judged])
    return _Outcomes(
        rows=np.array([evidence(each.reading) for each in judged]),
        first=np.array([found[0] in each.right for found, each in zip(best, judged, strict=True)]),
        offered=np.array([not each.right.isdisjoint(found.tolist()) for found, each in zip(best, judged, strict=True)]),
        ours=ours,
        weights=_balanced(ours),
    )


def _balanced(ours: Truths) -> Doubles:
    """Weigh as if a set share of all messages were none of ours, whatever their share among the examples."""
    foreign = max(1, int((~ours).sum()))
    return np.where(ours, 1.0, NOT_OURS_SHARE / (1 - NOT_OURS_SHARE) * ours.sum() / foreign)


def _usual(held_out: _Outcomes, asked: _Outcomes) -> _Outcomes:
    """Put judged questions in the place of the held-out examples that are ours, with their weight in all."""
    foreign = ~held_out.ours
    share = held_out.ours.sum() / len(asked.ours)
    return _Outcomes(
        rows=np.concatenate([asked.rows, held_out.rows[foreign]]),
        first=np.concatenate([asked.first, held_out.first[foreign]]),
        offered=np.concatenate([asked.offered, held_out.offered[foreign]]),
        ours=np.concatenate([asked.ours, held_out.ours[foreign]]),
        weights=np.concatenate([np.full(len(asked.ours), share), held_out.weights[foreign]]),
    )


def _logistic(rows: Doubles, right: Truths, weights: Doubles | None = None) -> Doubles:
    """Fit the probability of being right to the evidence; gives the weights and, last, the constant."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  (half a second that a start from cache saves)
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    scaler = StandardScaler().fit(rows)
    machine = LogisticRegression().fit(scaler.transform(rows), right, sample_weight=weights)
    found = machine.coef_[0] / scaler.scale_
    return np.append(found, machine.intercept_[0] - float(found @ scaler.mean_))


def _scaled(weights: Doubles, usual: _Outcomes, right: Truths) -> Doubles:
    """Stretch and shift log-odds until they say how often the usual readings are right."""
    if right.all() or not right.any():
        return weights
    odds = usual.rows @ weights[:-1] + weights[-1]
    slope, shift = _logistic(odds[:, np.newaxis], right, usual.weights)
    return np.append(slope * weights[:-1], slope * weights[-1] + shift)
