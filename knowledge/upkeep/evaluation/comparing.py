"""Two runs side by side: which measures moved, and which questions changed for better or worse."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from knowledge.upkeep.evaluation.asking import Asked, AskedTurn, Verdict
from knowledge.upkeep.evaluation.measures import Measures
from knowledge.upkeep.evaluation.results import Result, Summary

Way = Literal["better", "worse", "other"]
Key: TypeAlias = tuple[str | int, ...]

# What each way of ending is worth: to a question of the base, and to a message that the base can't answer.
OURS: dict[Verdict, int] = {"right": 4, "offered": 3, "refused": 2, "chatted": 2, "beside": 1, "misled": 0}
NOT_OURS: dict[Verdict, int] = {"refused": 2, "chatted": 2, "beside": 1, "offered": 1, "misled": 0}


@dataclass(frozen=True, slots=True)
class Change:
    """A question or turn that ended otherwise than before; `before` and `now` tell how."""

    way: Way
    set: str
    text: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure of both runs."""

    measure: str
    before: float
    now: float

    @property
    def by(self) -> float:
        """How much it went up."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two runs; `added` and `gone` count what only one of them asked."""

    moved: tuple[Moved, ...]
    changes: tuple[Change, ...]
    added: int
    gone: int


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a question or turn ended: told in words, and what it is worth."""

    set: str
    text: str
    told: str
    worth: int


def compare(before: Result, now: Result) -> Comparison:
    """Compare two runs, also of different sets: a question is the same if set and text are."""
    old, new = dict(_endings(before)), dict(_endings(now))
    changes = [_change(old[key], new[key]) for key in new if key in old and old[key] != new[key]]
    order = ("worse", "better", "other")
    figures = dict(numbers(before.summary))
    return Comparison(
        moved=tuple(Moved(name, figures[name], number) for name, number in numbers(now.summary) if name in figures),
        changes=tuple(sorted(changes, key=lambda change: order.index(change.way))),
        added=len(new.keys() - old.keys()),
        gone=len(old.keys() - new.keys()),
    )


def numbers(summary: Summary) -> Iterator[tuple[str, float]]:
    """Yield the name and value of each measure that two runs are compared by."""
    for group in summary.groups:
        for name in Measures.__dataclass_fields__:
            if name != "n":
                yield f"{group.by} {group.name}: {name}", getattr(group.measures, name)
    for scope in summary.scope:
        yield f"{scope.kind} {scope.lang}: answered", scope.answered
    for calibration in summary.calibration:
        yield f"calibration {calibration.of}: error", calibration.error
    for act in summary.dialogues.acts:
        yield f"turns {act.act}: right", act.right
    yield "dialogues: whole", float(summary.dialogues.whole)
    yield "ms: p50", summary.speed.p50
    yield "ms: p99", summary.speed.p99


def _endings(result: Result) -> Iterator[tuple[Key, _Ending]]:
    """Yield how everything ended, under keys that tell a repeated question from the first."""
    times: Counter[Key] = Counter()
    for row in result.questions:
        key: Key = (row.set, row.text)
        yield (*key, times[key]), _Ending(row.set, row.text, _told(row), _worth(row))
        times[key] += 1
    for turn in result.turns:
        worth = 2 * turn.right + (turn.entry_right is True) - turn.misled
        yield (turn.set, turn.dialogue, turn.turn, turn.text), _Ending(turn.set, turn.text, _told(turn), worth)


def _worth(row: Asked) -> int:
    return (OURS if row.accept else NOT_OURS)[row.verdict]


def _told(row: Asked | AskedTurn) -> str:
    names: Iterable[str] = row.options if row.act == "clarify" else filter(None, [row.entry])
    return " ".join([row.act, *names])


def _change(old: _Ending, new: _Ending) -> Change:
    way: Way = "other"
    if old.worth != new.worth:
        way = "better" if new.worth > old.worth else "worse"
    return Change(way, new.set, new.text, old.told, new.told)
