"""How often the right answer comes, and what comes instead: shares of questions, in all and per group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.upkeep.evaluation.asking import Asked, Verdict
from knowledge.upkeep.evaluation.questions import OTHER_LANGUAGE

# How many of the ranking a person would be shown.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares (0 to 1) of `n` questions that an entry answers.

    right_first: answered with an accepted entry. helped: that, or an accepted entry among what is offered, or suggested
    under another answer. misled: answered with another entry. refused: told that the base does not say. top1 and top3:
    an accepted entry is first, or among the first three, whatever was done with it. in_language: the reply is in the
    question's language.
    """

    n: int
    right_first: float
    helped: float
    misled: float
    refused: float
    top1: float
    top3: float
    in_language: float


@dataclass(frozen=True, slots=True)
class Group:
    """The measures of the questions that have `name` in common, for instance the style "pupil"."""

    by: str
    name: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class Scope:
    """What was done with `n` messages of one kind and language that the base does not answer, as shares."""

    kind: str
    lang: str
    n: int
    answered: float
    offered: float
    chatted: float
    refused: float


def measure(asked: Sequence[Asked]) -> Measures:
    """Measure at least one question."""
    return Measures(
        n=len(asked),
        right_first=_share(asked, "right"),
        helped=_mean(row.helped for row in asked),
        misled=_share(asked, "misled"),
        refused=_share(asked, "refused"),
        top1=_mean(row.first_right for row in asked),
        top3=_mean(not set(row.accept).isdisjoint(row.ranking[:SHOWN]) for row in asked),
        in_language=_mean(row.spoken == row.lang for row in asked),
    )


def in_groups(asked: Iterable[Asked]) -> tuple[Group, ...]:
    """Measure what an entry answers: in all, per set, language, style, and typing; then other languages apart."""
    rows = [row for row in asked if row.accept]
    ours = [row for row in rows if row.in_scope]
    foreign = [row for row in rows if not row.in_scope]
    return (
        *_grouped("all", ours, lambda _: "all"),
        *_grouped("set", ours, lambda row: row.set),
        *_grouped("language", ours, lambda row: row.lang),
        *_grouped("typing", ours, lambda row: f"{row.lang}, {'typos' if row.typo else 'no typos'}"),
        *_grouped("style", [row for row in ours if row.style], lambda row: row.style),
        *_grouped("kind", foreign, lambda _: OTHER_LANGUAGE),
    )


def out_of_scope(asked: Iterable[Asked]) -> tuple[Scope, ...]:
    """Tell per kind, and per kind and language where there are several, what became of what the base can't answer."""
    rows = [row for row in asked if not row.accept]
    found = []
    for kind in dict.fromkeys(row.kind for row in rows):
        alike = [row for row in rows if row.kind == kind]
        languages = dict.fromkeys(row.lang for row in alike)
        found.append(_scope(kind, "all", alike))
        found += [_scope(kind, code, [row for row in alike if row.lang == code]) for code in languages]
    return tuple(found)


def _grouped(by: str, rows: Sequence[Asked], name: Callable[[Asked], str]) -> Iterable[Group]:
    for shared in dict.fromkeys(map(name, rows)):
        yield Group(by, shared, measure([row for row in rows if name(row) == shared]))


def _scope(kind: str, lang: str, rows: Sequence[Asked]) -> Scope:
    offered = _share(rows, "offered") + _share(rows, "beside")
    shares = (_share(rows, "misled"), offered, _share(rows, "chatted"), _share(rows, "refused"))
    return Scope(kind, lang, len(rows), *shares)


def _share(rows: Sequence[Asked], verdict: Verdict) -> float:
    return _mean(row.verdict == verdict for row in rows)


def _mean(truths: Iterable[bool]) -> float:
    found = list(truths)
    return sum(found) / len(found) if found else 0.0
