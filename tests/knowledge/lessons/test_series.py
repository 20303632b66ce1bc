"""Questions in a row: chosen by chance, gone on from, and kept in step with the pack."""

import random
from dataclasses import replace

import pytest

from knowledge.lessons.progress import Progress
from knowledge.lessons.series import begin, current, of_kind, of_topic, passed, still_there
from knowledge.library import Library

THREE = Progress(2, ("honey-1", "night-1", "night-2"), {"honey-1": 1})


def test_questions_are_those_on_the_entries_of_a_topic(rich_library: Library) -> None:
    assert [question.id for question in of_topic(rich_library, "bees")] == ["honey-1", "night-2"]
    assert of_topic(rich_library, "cats") == ()
    assert [question.id for question in of_kind(rich_library, "which-of-three")] == ["night-1", "night-2"]


@pytest.mark.parametrize(("length", "count"), [(1, 1), (2, 2), (3, 3), (5, 3)])
def test_a_series_is_as_long_as_asked_or_as_there_are_questions(rich_library: Library, length: int, count: int) -> None:
    progress = begin([*rich_library.quiz.values()], length, random.Random(1))  # noqa: S311
    assert len({*progress.items}) == len(progress.items) == count
    assert (progress.step, progress.answers) == (1, {})


def test_the_order_is_by_chance(rich_library: Library) -> None:
    questions = [*rich_library.quiz.values()]
    orders = {begin(questions, 3, random.Random(seed)).items for seed in range(30)}  # noqa: S311
    assert len(orders) == 6


@pytest.mark.parametrize(("step", "item"), [(0, None), (1, "honey-1"), (3, "night-2"), (4, None)])
def test_one_stands_at_a_question_or_past_the_last(step: int, item: str | None) -> None:
    assert current(replace(THREE, step=step)) == item


def test_one_goes_on_from_where_one_stands_and_from_nowhere_else() -> None:
    assert passed(THREE, "night-1") == replace(THREE, step=3)
    assert passed(THREE, "honey-1") == THREE
    assert passed(THREE, "") == THREE


@pytest.mark.parametrize(
    ("gone", "items", "at"),
    [
        ((), ("honey-1", "night-1", "night-2"), "night-1"),
        (("honey-1",), ("night-1", "night-2"), "night-1"),
        (("night-1",), ("honey-1", "night-2"), "night-2"),
        (("night-1", "night-2"), ("honey-1",), None),
    ],
)
def test_questions_that_the_pack_has_no_more_are_left_out(
    rich_library: Library, gone: tuple[str, ...], items: tuple[str, ...], at: str | None
) -> None:
    quiz = {name: question for name, question in rich_library.quiz.items() if name not in gone}
    left = still_there(replace(rich_library, quiz=quiz), THREE)
    assert (left.items, current(left)) == (items, at)
