"""How conversations went, act by act."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.outcomes import Act
from knowledge.upkeep.evaluation.asking import AskedTurn

TWICE = 2


@dataclass(frozen=True, slots=True)
class ActMeasures:
    """Of `n` turns where this act was expected: the shares with that act, with an accepted entry, with both.

    `entry_right` is the share among the turns that expect an entry; None if none does.
    """

    act: Act | str
    n: int
    act_right: float
    entry_right: float | None
    right: float


@dataclass(frozen=True, slots=True)
class Stuck:
    """A conversation in which the same entry was answered at least twice where it was not accepted."""

    set: str
    dialogue: str
    entry: str


@dataclass(frozen=True, slots=True)
class Conversations:
    """`acts` has a row per expected act, then one for all; `whole` counts conversations without a wrong turn."""

    n: int
    whole: int
    acts: tuple[ActMeasures, ...]
    stuck: tuple[Stuck, ...]


def measure_turns(turns: Sequence[AskedTurn]) -> Conversations:
    """Measure conversations."""
    talks = dict.fromkeys((turn.set, turn.dialogue) for turn in turns)
    wrong = {(turn.set, turn.dialogue) for turn in turns if not turn.right}
    expected = sorted({turn.expected for turn in turns})
    acts = [_measure(act, [turn for turn in turns if turn.expected == act]) for act in expected]
    return Conversations(
        n=len(talks),
        whole=len(talks) - len(wrong),
        acts=(*acts, _measure("all", turns)) if turns else (),
        stuck=tuple(_stuck(turns)),
    )


def _measure(act: Act | str, turns: Sequence[AskedTurn]) -> ActMeasures:
    count = len(turns)
    entries = [turn.entry_right for turn in turns if turn.entry_right is not None]
    return ActMeasures(
        act=act,
        n=count,
        act_right=sum(turn.act == turn.expected for turn in turns) / count,
        entry_right=sum(entries) / len(entries) if entries else None,
        right=sum(turn.right for turn in turns) / count,
    )


def _stuck(turns: Iterable[AskedTurn]) -> Iterable[Stuck]:
    counts = Counter((turn.set, turn.dialogue, turn.entry) for turn in turns if turn.misled and turn.entry)
    return (Stuck(name, talk, str(entry)) for (name, talk, entry), count in counts.items() if count >= TWICE)
