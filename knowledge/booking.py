"""When the next message may go out under limits of so many in so many seconds: exact, in any stretch of time."""

from bisect import bisect_right, insort
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

# Moments are seconds since 1970, of which a float holds fractions down to a microsecond or so.
_ROUNDING = 1e-4
# Under this name stands until when nothing at all is sent.
PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Rule:
    """At most so many (from 1) in any stretch of so many seconds."""

    most: int
    seconds: float


Wanted: TypeAlias = Mapping[str, Rule]
"""What a message counts for, by name, each with its rule."""

Booked: TypeAlias = MutableMapping[str, list[float]]
"""The moments of the messages that were sent or are about to be, by name, in order."""


def book(booked: Booked, wanted: Wanted, now: float) -> float:
    """Book the first moment from `now` on at which a message keeps all its rules, and give it."""
    for name, rule in wanted.items():
        booked[name] = [moment for moment in booked.get(name, ()) if moment > now - rule.seconds]
    at: float = max([now, *booked.get(PAUSE, ())])
    before: float | None = None
    while at != before:
        before = at
        for name, rule in wanted.items():
            at = _first(booked[name], rule, at)
    for name in wanted:
        insort(booked[name], at)
    return at


def _first(moments: Sequence[float], rule: Rule, at: float) -> float:
    later = (end for moment in moments if (end := moment + rule.seconds) > at)
    return next((each for each in (at, *later) if _fits(moments, rule, each)), at)


def _fits(moments: Sequence[float], rule: Rule, at: float) -> bool:
    """Tell whether no stretch has too many with one more; some may be booked for later already."""
    place = bisect_right(moments, at)
    around = [*moments[max(0, place - rule.most) : place], at, *moments[place : place + rule.most]]
    return all(end - begin >= rule.seconds - _ROUNDING for begin, end in zip(around, around[rule.most :], strict=False))
