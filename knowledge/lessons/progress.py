"""Where somebody stands in a lesson: how far, through which questions, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

# What progress is kept of; that in a route stands under the route's own name.
QUIZ, SORTING, STORY, DRAFT = "quiz", "sorting", "story", "draft"
_ROUTE = "route:"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is: `step` counts from 1; 0 is before the first.

    `items` are the questions of a series in their order, `answers` the chosen places by question or scene.
    """

    step: int = 0
    items: tuple[str, ...] = ()
    answers: Mapping[str, int] = field(default_factory=dict)

    def at(self, step: int) -> "Progress":
        """Go to a step; whoever begins anew has answered nothing yet."""
        return replace(self, step=step, answers={} if step <= 1 else self.answers)

    def with_answer(self, item: str, option: int) -> "Progress":
        """Add an answer; the first one counts, since the right one is shown after it."""
        return replace(self, answers={item: option} | dict(self.answers))


def route_lesson(route_id: str) -> str:
    """Name the lesson that progress in a route is kept under."""
    return _ROUTE + route_id


def route_of(lesson: str) -> str | None:
    """Give the id of the route that a lesson is; None if it is none."""
    return lesson.removeprefix(_ROUTE) if lesson.startswith(_ROUTE) else None
