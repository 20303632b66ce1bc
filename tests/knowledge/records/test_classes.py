"""Classes in the database, as their teachers see them."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.classes import MOST_CLASSES, Refused
from knowledge.records.class_tables import SchoolClass
from knowledge.records.classes import (
    class_of_teacher,
    classes_of,
    count_members,
    members_of,
    open_class,
    read_class,
    teachers_of,
)
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import join
from tests.support.records import change, engine_of, impatient_engine_of, keeping, locked
from tests.support.school import NOW, PLAN, PUPIL, TEACHER, opened

OTHER = 7


async def test_a_class_outlives_the_process(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        first = await opened(keeper, plan=replace(PLAN, language="nl"))
        second = await opened(keeper)
    async with keeping(engine_of(path)) as keeper:
        assert await classes_of(keeper, TEACHER, NOW) == (first, second)
        assert (first.title, first.language, first.simple) == (PLAN.title, "nl", False)
        assert await teachers_of(keeper, first.id) == (TEACHER,)


async def test_a_moment_of_another_zone_is_the_same_moment(keeper: Keeper) -> None:
    zone = dt.timezone(dt.timedelta(hours=13))
    kept = await opened(keeper, plan=replace(PLAN, ends_at=PLAN.ends_at.astimezone(zone)))
    assert await class_of_teacher(keeper, TEACHER, kept.id, PLAN.ends_at - dt.timedelta(minutes=1)) == kept
    assert await class_of_teacher(keeper, TEACHER, kept.id, PLAN.ends_at) is Refused.UNKNOWN


async def test_only_a_teacher_of_it_is_given_a_class(keeper: Keeper) -> None:
    kept = await opened(keeper)
    other = await opened(keeper, OTHER)
    await join(keeper, PUPIL, kept.code, NOW)
    assert await class_of_teacher(keeper, TEACHER, kept.id, NOW) == kept
    for stranger, class_id in ((OTHER, kept.id), (PUPIL, kept.id), (TEACHER, other.id), (TEACHER, 99)):
        assert await class_of_teacher(keeper, stranger, class_id, NOW) is Refused.UNKNOWN
    assert await classes_of(keeper, PUPIL, NOW) == ()


async def test_a_teacher_has_so_many_classes_at_once(keeper: Keeper) -> None:
    for _ in range(MOST_CLASSES):
        await opened(keeper)
    assert await open_class(keeper, TEACHER, PLAN) is Refused.TOO_MANY
    later = replace(PLAN, created_at=PLAN.ends_at, ends_at=PLAN.ends_at + dt.timedelta(days=30))
    assert (await opened(keeper, plan=later)).ends_at == later.ends_at


async def test_pupils_are_counted_and_can_be_written_to(keeper: Keeper) -> None:
    kept = await opened(keeper)
    for pupil in (PUPIL, OTHER):
        await join(keeper, pupil, kept.code, NOW)
    assert await count_members(keeper, kept.id) == 2
    assert {*(await members_of(keeper, kept.id) or ())} == {PUPIL, OTHER}


async def test_a_language_that_is_no_longer_ours_is_each_pupils_own(keeper: Keeper, path: Path) -> None:
    kept = await opened(keeper)
    change(path, "UPDATE classes SET language = 'fr'")
    assert await classes_of(keeper, TEACHER, NOW) == (kept,)


def test_a_row_that_was_not_written_is_no_class() -> None:
    with pytest.raises(ValueError, match="no id"):
        read_class(SchoolClass(code="BCDFGH", title="4V", ends_at=NOW))


async def test_while_the_database_is_away_nothing_is_promised(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        with locked(path):
            assert await open_class(keeper, TEACHER, PLAN) is Refused.AWAY
        assert await classes_of(keeper, TEACHER, NOW) is None
        assert await class_of_teacher(keeper, TEACHER, 1, NOW) is Refused.AWAY
        assert await count_members(keeper, 1) is None
        assert (await members_of(keeper, 1), await teachers_of(keeper, 1)) == (None, None)
