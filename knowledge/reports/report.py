"""The numbers of a class: how many took part, what was asked, what was mixed up, before and after the lesson."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.library import Library
from knowledge.reports.grouping import grouped
from knowledge.reports.material import Asked, Material, Phase
from knowledge.reports.questions import ALL, ANSWERED, OTHER, UNANSWERED, UNCLEAR, by_topic, divided, questions_of
from knowledge.reports.quizzing import Result, mistakes, results
from knowledge.reports.suppression import Figure, Whole, enough, heads, shown_apart

# Shows a text as far as it may be shown; None if it may not.
Show = Callable[[str], str | None]

PHASES: tuple[Phase, Phase] = ("before", "after")
MOST_ASKED = 10


@dataclass(frozen=True, slots=True)
class Group:
    """Questions without an answer that ask much the same: one of them as it can be shown, and how many, if told."""

    text: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Shift:
    """How many questions there were on a topic before the lesson began, and since."""

    topic: str
    before: int
    since: int


@dataclass(frozen=True, slots=True)
class Report:
    """A class in numbers, ids of the pack in the place of words. None stands for a number that is not shown.

    `topics` and `entries` count answered questions, `mixed_up` how often a distinction (or entry) was mixed up.
    """

    pupils: int | None
    took_part: int | None
    questions: int | None
    answered: int | None
    unclear: int | None
    unanswered: int | None
    topics: tuple[Figure, ...] = ()
    entries: tuple[Figure, ...] = ()
    groups: tuple[Group, ...] = ()
    mixed_up: tuple[Figure, ...] = ()
    quiz: tuple[Result, ...] = ()
    shifts: tuple[Shift, ...] = ()
    lesson_at: dt.datetime | None = None


def report_of(library: Library, material: Material, show: Show) -> Report:
    """Count; `show` decides which texts of pupils can be seen."""
    asked = questions_of(material)
    whole = shown_apart(divided(library, asked))
    answered, unclear, unanswered = (whole.part(name) for name in (ANSWERED, UNCLEAR, UNANSWERED))
    taking_part = {question.person for question in asked} | {answer.person for answer in material.given}
    pupils = max(material.pupils, len(taking_part))
    return Report(
        pupils=heads(pupils, pupils),
        took_part=heads(len(taking_part), pupils),
        questions=whole.count,
        answered=answered.count,
        unclear=unclear.count,
        unanswered=unanswered.count,
        topics=answered.parts,
        entries=_most([entry for topic in answered.parts for entry in topic.parts])[:MOST_ASKED],
        groups=_groups(asked, unanswered, library, show),
        mixed_up=_mixed_up(unclear, mistakes(material.given)),
        quiz=results(material.given),
        shifts=_shifts(library, asked, material.lesson_at, answered),
        lesson_at=material.lesson_at,
    )


def _most(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Keep the figures that are shown, the largest first."""
    return tuple(sorted((each for each in figures if each.count), key=lambda each: -(each.count or 0)))


def _groups(asked: Sequence[Asked], figure: Figure, library: Library, show: Show) -> tuple[Group, ...]:
    """Give each group of unanswered questions the first of its texts that can be shown; those without one last."""
    texts = [question.text for question in asked if question.act == "fallback"]
    counts = {part.key: part.count for part in figure.parts}
    groups = [
        Group(next(filter(None, (show(texts[place]) for place in places)), None), counts.get(str(places[0])))
        for places in grouped(library, texts)
    ]
    return tuple(sorted(groups, key=lambda group: (group.text is None, -(group.count or 0))))


def _mixed_up(unclear: Figure, wrong: Figure) -> tuple[Figure, ...]:
    """Add up how often what is mixed up was unclear in a question, and led to a wrong answer."""
    counts: Counter[str] = Counter()
    for part in (*unclear.parts, *wrong.parts):
        if part.key != OTHER and part.count:
            counts[part.key] += part.count
    return tuple(Figure(key, count) for key, count in counts.most_common())


def _shifts(
    library: Library, asked: Sequence[Asked], lesson_at: dt.datetime | None, answered: Figure
) -> tuple[Shift, ...]:
    """Tell apart what was asked on a topic before the lesson began and since, for topics that are shown as a whole.

    A topic is divided only if five pupils or none are behind both numbers, and behind all that is not divided.
    """
    if lesson_at is None or answered.count is None:
        return ()
    sides: dict[Phase, dict[str, Whole]] = {}
    for phase in PHASES:
        now = [each for each in asked if each.act == "answer" and (each.at < lesson_at) == (phase == "before")]
        sides[phase] = {topic.key: topic for topic in by_topic(library, now)}
    none = Whole(ALL, ())
    pairs = {
        topic.key: tuple(sides[phase].get(topic.key, none) for phase in PHASES)
        for topic in answered.parts
        if topic.count
    }
    kept = [name for name, pair in pairs.items() if all(enough(side.people) for side in pair)]
    kept.sort(key=lambda name: -sum(len(side.people) for side in pairs[name]))
    while kept and not all(
        enough(person for name, side in sides[phase].items() if name not in kept for person in side.people)
        for phase in PHASES
    ):
        kept.pop()
    return tuple(Shift(name, *(len(side.people) for side in pair)) for name, pair in pairs.items() if name in kept)
