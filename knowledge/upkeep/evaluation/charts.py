"""The geometry of the picture: numbers to lengths, so that the template only draws."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.upkeep.evaluation.asking import Asked, Verdict
from knowledge.upkeep.evaluation.calibration import Calibration
from knowledge.upkeep.evaluation.ranks import RankMeasures

# How each way of ending is named in the picture, best first.
ENDINGS: dict[Verdict, str] = {
    "right": "right answer",
    "offered": "right one offered",
    "beside": "others offered",
    "chatted": "taken for small talk",
    "refused": "refused",
    "misled": "wrong answer",
}
# Sides of the reliability diagram, in the SVG's own units.
SIDE = 240
LARGEST_DOT = 14.0


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a bar: which ending, its words, how many of how many."""

    ending: Verdict
    words: str
    n: int
    percent: float


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar of all that became of `n` questions."""

    name: str
    n: int
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one scorer; `percent` of the full width, 0 where there is no number."""

    scorer: str
    number: float | None
    percent: float


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one measure in one language, best first."""

    measure: str
    lang: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A bin in the reliability diagram: its centre, its radius by the number of questions in it, and its words."""

    x: float
    y: float
    radius: float
    words: str


def stack(name: str, rows: Sequence[Asked]) -> Stack:
    """Make the bar of what became of questions."""
    slices = []
    for ending, told in ENDINGS.items():
        count = sum(row.verdict == ending for row in rows)
        if count:
            slices.append(Slice(ending, told, count, 100 * count / len(rows)))
    return Stack(name, len(rows), tuple(slices))


def stacks(rows: Iterable[Asked]) -> tuple[Stack, ...]:
    """Make a bar for each set's questions that an entry answers."""
    ours = [row for row in rows if row.in_scope]
    return tuple(stack(name, [row for row in ours if row.set == name]) for name in dict.fromkeys(r.set for r in ours))


def bars(ranks: Sequence[RankMeasures]) -> tuple[Bars, ...]:
    """Make the bars of each measure and language."""
    measures = {"top-1": "top1", "top-3": "top3", "answerable or not (AUC)": "auc"}
    return tuple(
        _bars(told, lang, [(row.scorer, getattr(row, field)) for row in ranks if row.lang == lang])
        for told, field in measures.items()
        for lang in dict.fromkeys(row.lang for row in ranks)
    )


def dots(calibration: Calibration) -> tuple[Dot, ...]:
    """Make the dots of the reliability diagram; a dot's area is its share of the questions."""
    return tuple(
        Dot(
            x=round(SIDE * found.confidence, 1),
            y=round(SIDE * (1 - found.right), 1),
            radius=round(max(2.0, LARGEST_DOT * (found.n / calibration.n) ** 0.5), 1),
            words=f"{found.n} questions: {found.confidence:.0%} sure, {found.right:.0%} right",
        )
        for found in calibration.bins
        if found.n
    )


def _bars(measure: str, lang: str, numbers: Sequence[tuple[str, float | None]]) -> Bars:
    best_first = sorted(numbers, key=lambda named: -(named[1] or 0))
    return Bars(measure, lang, tuple(Bar(name, number, round(100 * (number or 0), 1)) for name, number in best_first))
