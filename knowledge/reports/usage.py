"""How the bot is used: what was asked on which day and what came of it. Counts alone, of nobody in particular."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.languages import Language

# What came of a question, by what the bot did.
_ANSWERED = frozenset({"answer", "source", "simplify", "more"})
_NOT_ASKED = frozenset({"smalltalk"})


@dataclass(frozen=True, slots=True)
class Counted:
    """So many messages of a day that ended alike."""

    day: dt.date
    act: str
    language: Language
    entry: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said of answers and picked of what was offered, each counted."""

    helpful: Mapping[str, int]
    unhelpful: Mapping[str, int]
    rejected: Mapping[str, int]
    picked: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day: what was asked, and of that answered, asked back and refused."""

    day: dt.date
    asked: int
    answered: int
    unclear: int
    refused: int


@dataclass(frozen=True, slots=True)
class Usage:
    """Some days of use.

    `helped` counts what was answered, or asked back and then picked; `misled` what was answered and then said not to
    help, or to be no answer to the question.
    """

    days: tuple[Day, ...]
    asked: int
    answered: int
    unclear: int
    refused: int
    helped: int
    misled: int
    small_talk: int
    languages: Mapping[Language, int]
    entries: tuple[tuple[str, int], ...]
    judged: Judged


def usage_of(counted: Iterable[Counted], judged: Judged, days: Iterable[dt.date]) -> Usage:
    """Add up what was counted over some days, each of which is there though nothing was asked on it."""
    rows = list(counted)
    asked = [row for row in rows if row.act not in _NOT_ASKED]
    by_day = [_day(day, [row for row in asked if row.day == day]) for day in days]
    languages: Counter[Language] = Counter()
    entries: Counter[str] = Counter()
    for row in asked:
        languages[row.language] += row.count
        if row.entry and row.act == "answer":
            entries[row.entry] += row.count
    whole = _day(dt.date.min, asked)
    return Usage(
        days=tuple(by_day),
        asked=whole.asked,
        answered=whole.answered,
        unclear=whole.unclear,
        refused=whole.refused,
        helped=whole.answered + judged.picked,
        misled=sum(judged.unhelpful.values()) + sum(judged.rejected.values()),
        small_talk=sum(row.count for row in rows) - whole.asked,
        languages=dict(languages.most_common()),
        entries=tuple(entries.most_common()),
        judged=judged,
    )


def _day(day: dt.date, rows: Iterable[Counted]) -> Day:
    acts: Counter[str] = Counter()
    for row in rows:
        acts[row.act] += row.count
    answered = sum(count for act, count in acts.items() if act in _ANSWERED)
    return Day(day, sum(acts.values()), answered, acts["clarify"], acts["fallback"])
