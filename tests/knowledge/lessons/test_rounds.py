"""Rounds: what is asked, what an answer is worth, and which numbers can be shown."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.lessons.rounds import (
    Phase,
    Round,
    RoundKind,
    RoundPlan,
    Taken,
    as_kind,
    as_phase,
    judged,
    option_count,
    plan_of,
    tallied,
)
from knowledge.library import Library

NOW = dt.datetime(2027, 1, 4, tzinfo=dt.UTC)


def held(number: int, kind: RoundKind, phase: Phase, *items: str) -> Round:
    """Give a round that was held on a day of January."""
    return Round(number, 1, RoundPlan(kind, items, phase), NOW + dt.timedelta(days=number))


@pytest.mark.parametrize(
    ("kind", "topic", "items"),
    [
        ("quiz", None, {"honey-1", "night-1", "night-2"}),
        ("quiz", "owls", {"night-1"}),
        ("sort", None, {"night-1", "night-2"}),
        ("story", None, {"flower", "dusk"}),
    ],
)
def test_a_round_asks_what_the_pack_has(
    rich_library: Library, kind: RoundKind, topic: str | None, items: set[str]
) -> None:
    plan = plan_of(rich_library, kind, topic, "", ())
    assert plan
    assert ({*plan.items}, plan.phase) == (items, "")


@pytest.mark.parametrize("kind", ["quiz", "sort", "story"])
def test_where_there_is_nothing_to_ask_there_is_no_round(rich_library: Library, kind: RoundKind) -> None:
    bare = replace(rich_library, quiz={}, story=None)
    assert plan_of(bare, kind, None, "", ()) is None


def test_after_the_lesson_the_same_is_asked_as_before_it(rich_library: Library) -> None:
    earlier = [
        held(1, "quiz", "before", "honey-1"),
        held(3, "quiz", "before", "night-2", "honey-1"),
        held(4, "quiz", "", "night-1"),
        held(5, "sort", "before", "night-1"),
    ]
    plan = plan_of(rich_library, "quiz", "owls", "after", earlier)
    assert plan == RoundPlan("quiz", ("night-2", "honey-1"), "after")
    fresh = plan_of(rich_library, "quiz", "owls", "after", earlier[2:3])
    assert fresh == RoundPlan("quiz", ("night-1",), "after")


def test_an_item_stands_at_its_place() -> None:
    asked = held(1, "quiz", "", "a", "b")
    assert [asked.item(number) for number in (-1, 0, 1, 2, 3)] == [None, None, "a", "b", None]


@pytest.mark.parametrize(
    ("kind", "item", "count"),
    [("quiz", "honey-1", 2), ("quiz", "gone", 0), ("story", "flower", 2), ("story", "gone", 0), ("sort", "flower", 0)],
)
def test_what_can_be_chosen_is_counted(rich_library: Library, kind: RoundKind, item: str, count: int) -> None:
    assert option_count(rich_library, RoundPlan(kind, (item,)), item) == count
    assert option_count(replace(rich_library, story=None, quiz={}), RoundPlan(kind, (item,)), item) == 0


def test_an_answer_is_right_or_mixes_something_up_and_in_a_story_neither(rich_library: Library) -> None:
    assert judged(rich_library, RoundPlan("quiz", ()), "honey-1", 1) == (True, None)
    assert judged(rich_library, RoundPlan("sort", ()), "night-1", 0) == (False, "bees-sting")
    assert judged(rich_library, RoundPlan("story", ()), "flower", 0) == (None, None)
    assert judged(rich_library, RoundPlan("quiz", ()), "gone", 0) == (None, None)


def test_shares_are_told_where_five_pupils_stand_behind_them(rich_library: Library) -> None:
    taken = [Taken(f"p{number}", "honey-1", number % 2) for number in range(12)]
    taken += [Taken(f"p{number}", "night-1", number // 11) for number in range(12)]
    honey, night, none = tallied(rich_library, RoundPlan("quiz", ("honey-1", "night-1", "night-2")), taken)
    assert (honey.count, [part.count for part in honey.parts]) == (12, [6, 6])
    # Of one pupil alone nothing is told, nor of the others, from whom it could be worked out.
    assert [part.count for part in night.parts] == [None, None]
    assert none.count == 0


def test_kinds_and_phases_are_read_or_refused() -> None:
    assert [as_kind(typed) for typed in ("quiz", "sort", "story", "exam", "")] == ["quiz", "sort", "story", None, None]
    assert [as_phase(typed) for typed in ("before", "after", "", "during")] == ["before", "after", "", ""]
