"""What a class made of quiz questions: shares in tens of a hundred, before the lesson and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.classes import FEWEST_SHOWN
from knowledge.reports.material import Given, Phase
from knowledge.reports.suppression import Figure, Whole, enough, shown

# In so coarse a share nobody can count heads, whoever knows how many sat there.
_STEP = 10
# Of those who answered; of fewer it is said in words that they were few.
_FEW = 0.2

ALL = "mistakes"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Share:
    """How many were right: `percent` in tens, or `nearly` all or none where fewer than five are on the other side."""

    percent: int | None = None
    nearly: Literal["everybody", "nobody"] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A question of the quiz and how many got it right; None where that would tell of fewer than five.

    `whole` is over all rounds, `before` and `after` in those that belong to the lesson.
    """

    question: str
    whole: Share | None
    before: Share | None = None
    after: Share | None = None


def results(given: Sequence[Given]) -> tuple[Result, ...]:
    """Give the result of each question that enough pupils answered, in the order of their first answers.

    Of each pupil's answers to a question the first counts, in all and in each phase.
    """
    questions = dict.fromkeys(answer.question for answer in given)
    every = [
        Result(
            question,
            _share([answer for answer in given if answer.question == question]),
            *(_share(_in_phase(given, question, phase)) for phase in ("before", "after")),
        )
        for question in questions
    ]
    return tuple(result for result in every if result.whole)


def mistakes(given: Sequence[Given]) -> Figure:
    """Count wrong answers by what they mix up; of each pupil's to a question the first in each phase counts."""
    first = {(answer.person, answer.question, answer.phase): answer for answer in reversed(given)}
    wrong: dict[str, list[str]] = {}
    for answer in first.values():
        if not answer.right:
            wrong.setdefault(answer.mistake or OTHER, []).append(answer.person)
    parts = tuple(Whole(key, tuple(people)) for key, people in sorted(wrong.items()))
    return shown(Whole(ALL, tuple(person for part in parts for person in part.people), parts))


def _in_phase(given: Sequence[Given], question: str, phase: Phase) -> list[Given]:
    return [answer for answer in given if (answer.question, answer.phase) == (question, phase)]


def _share(given: Sequence[Given]) -> Share | None:
    """Give the share of pupils whose first answer was right; None where nothing can be told of them."""
    first = {answer.person: answer.right for answer in reversed(given)}
    if len(first) < FEWEST_SHOWN:
        return None
    right, wrong = ([person for person, was in first.items() if was is side] for side in (True, False))
    if enough(right) and enough(wrong):
        return Share(percent=_STEP * round(100 * len(right) / len(first) / _STEP))
    if min(len(right), len(wrong)) > _FEW * len(first):
        return None
    return Share(nearly="everybody" if len(right) > len(wrong) else "nobody")
