"""Where somebody stands in a lesson."""

import pytest

from knowledge.lessons.progress import QUIZ, Progress, route_lesson, route_of


def test_an_answer_is_kept_and_the_first_one_counts() -> None:
    progress = Progress().with_answer("honey-1", 0).with_answer("honey-1", 1).with_answer("honey-2", 1)
    assert progress.answers == {"honey-1": 0, "honey-2": 1}


@pytest.mark.parametrize(("step", "kept"), [(0, {}), (1, {}), (2, {"honey-1": 0}), (9, {"honey-1": 0})])
def test_whoever_begins_anew_has_answered_nothing(step: int, kept: dict[str, int]) -> None:
    assert Progress(3, ("a",), {"honey-1": 0}).at(step) == Progress(step, ("a",), kept)


def test_a_route_is_named_apart_from_what_is_no_route() -> None:
    assert route_of(route_lesson("short")) == "short"
    assert route_of(QUIZ) is None
    assert route_lesson(QUIZ) != QUIZ
