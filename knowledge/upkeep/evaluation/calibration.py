"""Whether the bot is as sure as it is right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.upkeep.evaluation.asking import Asked

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The `n` questions whose confidence lies between `low` and `high`: how sure on average, and which share is right.

    Both are 0 for an empty bin.
    """

    low: float
    high: float
    n: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The expected calibration error of `n` questions: the mean distance between sure and right, over the bins."""

    of: str
    n: int
    error: float
    bins: tuple[Bin, ...]


def calibrations(asked: Iterable[Asked]) -> tuple[Calibration, ...]:
    """Calibrate what was answered or offered: of the questions that an entry answers, in all and per language; of all.

    An answer to what the base can't answer is wrong, however sure the bot was.
    """
    sure = [row for row in asked if row.act in {"answer", "clarify"}]
    ours = [row for row in sure if row.in_scope]
    groups = {"in scope": ours}
    for code in dict.fromkeys(row.lang for row in ours):
        groups[f"in scope, {code}"] = [row for row in ours if row.lang == code]
    groups["everything asked"] = sure
    return tuple(calibrate(of, rows) for of, rows in groups.items() if rows)


def calibrate(of: str, rows: Sequence[Asked]) -> Calibration:
    """Calibrate at least one question; for what is offered, the confidence is that the first option is right."""
    members: list[list[Asked]] = [[] for _ in range(BINS)]
    for row in rows:
        members[min(int(row.confidence * BINS), BINS - 1)].append(row)
    bins = tuple(_bin(place, found) for place, found in enumerate(members))
    error = sum(found.n * abs(found.confidence - found.right) for found in bins) / len(rows)
    return Calibration(of, len(rows), error, bins)


def _bin(place: int, rows: Sequence[Asked]) -> Bin:
    count = max(1, len(rows))
    confidence = sum(row.confidence for row in rows) / count
    right = sum(row.first_right for row in rows) / count
    return Bin(place / BINS, (place + 1) / BINS, len(rows), confidence, right)
