"""A round: the same questions for every pupil of a class at once, and the numbers of it that may be shown."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from knowledge.lessons.scores import mistake
from knowledge.lessons.series import QUIZ_LENGTH, SORTED_KIND, SORTING_LENGTH, begin, of_kind, of_topic
from knowledge.library import Library
from knowledge.reports.suppression import Figure, Whole, shown

RoundKind: TypeAlias = Literal["quiz", "sort", "story"]
KINDS: tuple[RoundKind, ...] = get_args(RoundKind)
# Whether a round is held before the lesson or after it, to compare; or neither.
Phase: TypeAlias = Literal["", "before", "after"]
PHASES: tuple[Phase, ...] = get_args(Phase)


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """What a round asks; `items` are questions of the bank, or scenes of the story, in their order."""

    kind: RoundKind
    items: tuple[str, ...]
    phase: Phase = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of a class."""

    id: int
    class_id: int
    plan: RoundPlan
    opened_at: dt.datetime
    closed_at: dt.datetime | None = None

    def item(self, number: int) -> str | None:
        """Give the item at a place, from 1; None if there is none."""
        return self.plan.items[number - 1] if 1 <= number <= len(self.plan.items) else None


@dataclass(frozen=True, slots=True)
class Taken:
    """The option that a pupil took first for an item, by its place; `person` is only to count heads by."""

    person: str
    item: str
    option: int


def plan_of(
    library: Library, kind: RoundKind, topic_id: str | None, phase: Phase, earlier: Sequence[Round]
) -> RoundPlan | None:
    """Choose what a round asks, a quiz on one topic if that is named; None if the pack has nothing to ask.

    After the lesson the same is asked as in the latest round of that kind before it, so that they can be compared.
    """
    if phase == "after":
        before = [each for each in earlier if each.plan.kind == kind and each.plan.phase == "before"]
        if before:
            return RoundPlan(kind, max(before, key=lambda each: each.opened_at).plan.items, phase)
    items = _items(library, kind, topic_id)
    return RoundPlan(kind, items, phase) if items else None


def option_count(library: Library, plan: RoundPlan, item: str) -> int:
    """Count what can be chosen for an item; 0 if the pack has it no more."""
    if plan.kind == "story":
        place = library.story.place_of(item) if library.story else None
        return len(library.story.scenes[place].choices) if library.story and place is not None else 0
    question = library.quiz.get(item)
    return len(next(iter(question.texts.values())).options) if question else 0


def judged(library: Library, plan: RoundPlan, item: str, option: int) -> tuple[bool | None, str | None]:
    """Tell whether an option is right and what a wrong one mixes up; in a story nothing is right or wrong."""
    question = library.quiz.get(item) if plan.kind != "story" else None
    if question is None:
        return None, None
    right = option == question.correct
    return right, None if right else mistake(library, question, option)


def tallied(library: Library, plan: RoundPlan, taken: Sequence[Taken]) -> tuple[Figure, ...]:
    """Count, per item, how many pupils took each option, its place as the key; what can't be shown is None."""
    return tuple(
        shown(
            Whole(
                item,
                tuple(one.person for one in taken if one.item == item),
                tuple(
                    Whole(str(place), tuple(one.person for one in taken if (one.item, one.option) == (item, place)))
                    for place in range(option_count(library, plan, item))
                ),
            )
        )
        for item in plan.items
    )


def _items(library: Library, kind: RoundKind, topic_id: str | None) -> tuple[str, ...]:
    if kind == "story":
        return tuple(scene.id for scene in library.story.scenes) if library.story else ()
    if kind == "sort":
        return begin(of_kind(library, SORTED_KIND), SORTING_LENGTH, random.SystemRandom()).items
    questions = of_topic(library, topic_id) if topic_id else tuple(library.quiz.values())
    return begin(questions, QUIZ_LENGTH, random.SystemRandom()).items


def as_kind(typed: str) -> RoundKind | None:
    """Read the kind of a round; None if it is none."""
    return typed if typed in KINDS else None


def as_phase(typed: str) -> Phase:
    """Read the phase of a round; what is none is no phase."""
    return typed if typed in PHASES else ""
