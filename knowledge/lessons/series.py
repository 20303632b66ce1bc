"""Questions in a row: which ones by chance, and where one stands among those that the pack still has."""

import random
from collections.abc import Sequence
from dataclasses import replace

from knowledge.lessons.progress import Progress
from knowledge.library import Library
from knowledge.quizzes import QuizKind, QuizQuestion

# So many are a few minutes.
QUIZ_LENGTH, SORTING_LENGTH = 5, 8
SORTED_KIND: QuizKind = "which-of-three"


def of_topic(library: Library, topic_id: str) -> tuple[QuizQuestion, ...]:
    """List the questions on the entries of a topic."""
    return tuple(question for question in library.quiz.values() if library.entries[question.entry].topic == topic_id)


def of_kind(library: Library, kind: QuizKind) -> tuple[QuizQuestion, ...]:
    """List the questions of a kind."""
    return tuple(question for question in library.quiz.values() if question.kind == kind)


def begin(questions: Sequence[QuizQuestion], length: int, chance: random.Random) -> Progress:
    """Begin a series of at most `length` of the questions, in an order by chance."""
    chosen = chance.sample([question.id for question in questions], min(length, len(questions)))
    return Progress(1, tuple(chosen))


def still_there(library: Library, progress: Progress) -> Progress:
    """Leave the questions out that the pack has no more; `step` stays at the question where it was, or at the next."""
    gone_before = sum(item not in library.quiz for item in progress.items[: max(0, progress.step - 1)])
    items = tuple(item for item in progress.items if item in library.quiz)
    return replace(progress, items=items, step=progress.step - gone_before)


def current(progress: Progress) -> str | None:
    """Give the question at which one stands; None when there is none left."""
    return progress.items[progress.step - 1] if 1 <= progress.step <= len(progress.items) else None


def passed(progress: Progress, item: str) -> Progress:
    """Go on from a question; whoever is past it already stays."""
    return progress.at(progress.step + 1) if current(progress) == item else progress
