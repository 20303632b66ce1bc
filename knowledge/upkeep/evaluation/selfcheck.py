"""What the base says of itself: entries that need more phrasings, entries that overlap, phrasings that stray."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.upkeep.evaluation.held_out import HeldOut


@dataclass(frozen=True, slots=True)
class Recall:
    """The shares of an entry's `n` phrasings that lead to it, first or among the first three, when held out."""

    entry: str
    n: int
    first: float
    shown: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two entries that take each other's phrasings: how many go from `one` to `other`, and how many come back."""

    one: str
    other: str
    there: int
    back: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A phrasing of `entry` that is nearer `nearer`; `lost` if its own entry is not even among the first three."""

    text: str
    language: str
    entry: str
    nearer: str
    lost: bool


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The base as it predicts itself: `first` and `shown` over all `n` phrasings.

    `entries` are in order of their recall, worst first, and so are `strays`, after those that are lost.
    """

    folds: int
    n: int
    first: float
    shown: float
    entries: tuple[Recall, ...]
    overlaps: tuple[Overlap, ...]
    strays: tuple[Stray, ...]


def check_self(predictions: Sequence[HeldOut], folds: int) -> SelfCheck:
    """Judge predictions, of which there is at least one."""
    by_entry: dict[str, list[HeldOut]] = {}
    for row in predictions:
        by_entry.setdefault(row.expected, []).append(row)
    recalls = [_recall(entry, rows) for entry, rows in by_entry.items()]
    recalls.sort(key=lambda recall: (recall.first, recall.shown, recall.entry))
    order = {recall.entry: place for place, recall in enumerate(recalls)}
    strays = [
        Stray(row.text, row.language, row.expected, row.ranked[0], lost=row.expected not in row.ranked)
        for row in predictions
        if not _hit(row)
    ]
    whole = _recall("", predictions)
    return SelfCheck(
        folds=folds,
        n=whole.n,
        first=whole.first,
        shown=whole.shown,
        entries=tuple(recalls),
        overlaps=_overlaps(strays),
        strays=tuple(sorted(strays, key=lambda stray: (not stray.lost, order[stray.entry], stray.text))),
    )


def _hit(row: HeldOut) -> bool:
    return row.ranked[:1] == (row.expected,)


def _recall(entry: str, rows: Sequence[HeldOut]) -> Recall:
    first, shown = sum(map(_hit, rows)), sum(row.expected in row.ranked for row in rows)
    return Recall(entry, len(rows), first / len(rows), shown / len(rows))


def _overlaps(strays: Sequence[Stray]) -> tuple[Overlap, ...]:
    """Find the pairs that lose phrasings to each other, most first."""
    moves = Counter((stray.entry, stray.nearer) for stray in strays)
    pairs = [
        Overlap(one, other, there, moves[other, one])
        for (one, other), there in moves.items()
        if one < other and moves[other, one]
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.there - pair.back, pair.one, pair.other)))
