"""The bot and others that only rank, side by side: is the right entry first, and is an answer told from none?"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.upkeep.evaluation.asking import Asked
from knowledge.upkeep.evaluation.measures import SHOWN
from knowledge.upkeep.evaluation.questions import OTHER_LANGUAGE, Question

ALL = "all"
ENGINE = "nuancebot"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question as somebody ranked it: the best entries, and how likely (on any scale) one of them answers it."""

    question: Question
    ranking: tuple[str, ...]
    answerable: float


@dataclass(frozen=True, slots=True)
class RankMeasures:
    """One scorer in one language: shares with an accepted entry first or among the first three of `n` questions.

    `auc` is the chance that a question of the base scores above a message that the base can't answer, of which there
    are `others`; None without both. `ms` is the time per question.
    """

    scorer: str
    lang: str
    n: int
    others: int
    top1: float
    top3: float
    auc: float | None
    ms: float


def answerable(row: Asked) -> float:
    """Give the order in which the bot itself holds questions for answerable: by what it did, then by how sure it was.

    What it answers stands above what it offers, that above what it refuses, and small talk is last.
    """
    match row.act:
        case "answer":
            return 3 + row.confidence
        case "clarify":
            return 2 + row.confidence
        case "fallback":
            return 2 - row.confidence
        case _:
            return 1 - row.confidence


def of_engine(rows: Sequence[Asked]) -> list[Ranked]:
    """Give the bot's own ranking of what it was asked."""
    return [Ranked(row, row.ranking, answerable(row)) for row in rows]


def measure_ranks(scorer: str, ranked: Sequence[Ranked], ms: float) -> tuple[RankMeasures, ...]:
    """Measure a scorer per language of its questions, and over all; other languages are left out."""
    rows = [row for row in ranked if row.question.kind != OTHER_LANGUAGE]
    languages = dict.fromkeys(row.question.lang for row in rows if row.question.accept)
    parts = {code: [row for row in rows if row.question.lang == code] for code in languages}
    if len(parts) > 1:
        parts[ALL] = rows
    return tuple(_measure(scorer, lang, part, ms) for lang, part in parts.items())


def _measure(scorer: str, lang: str, rows: Sequence[Ranked], ms: float) -> RankMeasures:
    ours = [row for row in rows if row.question.accept]
    first = sum(not set(row.question.accept).isdisjoint(row.ranking[:1]) for row in ours)
    shown = sum(not set(row.question.accept).isdisjoint(row.ranking[:SHOWN]) for row in ours)
    others = len(rows) - len(ours)
    return RankMeasures(scorer, lang, len(ours), others, first / len(ours), shown / len(ours), _auc(rows), ms)


def _auc(rows: Sequence[Ranked]) -> float | None:
    from sklearn.metrics import roc_auc_score  # noqa: PLC0415  (half a second that other commands save)

    truths = [bool(row.question.accept) for row in rows]
    return float(roc_auc_score(truths, [row.answerable for row in rows])) if len(set(truths)) > 1 else None
