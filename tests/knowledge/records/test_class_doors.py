"""Who may come into a class."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.classes import Class, Refused
from knowledge.records.class_doors import class_of_member, class_with_code, class_with_id
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import join, leave
from tests.support.records import change
from tests.support.school import NOW, PUPIL, opened

LATER = NOW + dt.timedelta(days=29)
OVER = NOW + dt.timedelta(days=30)


@pytest.fixture
async def a_class(keeper: Keeper) -> Class:
    """A class with one pupil."""
    found = await opened(keeper)
    await join(keeper, PUPIL, found.code, NOW)
    return found


async def test_a_code_leads_to_its_class_until_it_ends(keeper: Keeper, a_class: Class) -> None:
    assert await class_with_code(keeper, a_class.code, LATER) == a_class
    assert await class_with_code(keeper, a_class.code, OVER) is Refused.UNKNOWN
    assert await class_with_code(keeper, "ZZZWXZ", NOW) is Refused.UNKNOWN


async def test_a_board_finds_its_class_until_it_ends_also_while_it_is_closed(
    keeper: Keeper, path: Path, a_class: Class
) -> None:
    assert await class_with_id(keeper, a_class.id, LATER) == a_class
    assert await class_with_id(keeper, a_class.id, OVER) is Refused.UNKNOWN
    assert await class_with_id(keeper, 999, NOW) is Refused.UNKNOWN
    change(path, "UPDATE classes SET closed_at = '2027-01-04 06:00:00'")
    assert await class_with_id(keeper, a_class.id, NOW) == replace(a_class, closed_at=NOW.replace(hour=6))


async def test_a_pupil_is_in_until_the_class_ends_or_they_leave(keeper: Keeper, a_class: Class) -> None:
    assert await class_of_member(keeper, PUPIL, a_class.id, LATER) == a_class
    assert await class_of_member(keeper, PUPIL, a_class.id, OVER) is Refused.UNKNOWN
    assert await leave(keeper, PUPIL, a_class.id)
    assert await class_of_member(keeper, PUPIL, a_class.id, NOW) is Refused.UNKNOWN


async def test_nobody_is_in_a_class_that_they_did_not_join(keeper: Keeper, a_class: Class) -> None:
    other = await opened(keeper)
    assert await class_of_member(keeper, PUPIL, other.id, NOW) is Refused.UNKNOWN
    assert await class_of_member(keeper, PUPIL + 1, a_class.id, NOW) is Refused.UNKNOWN


async def test_while_a_class_is_closed_nobody_comes_in(keeper: Keeper, path: Path, a_class: Class) -> None:
    change(path, "update classes set closed_at = '2027-01-04 08:00:00'")
    assert await class_with_code(keeper, a_class.code, NOW) is Refused.CLOSED
    assert await class_of_member(keeper, PUPIL, a_class.id, NOW) is Refused.CLOSED


@pytest.mark.sqlite
async def test_while_the_database_is_away_nobody_knows(keeper: Keeper, path: Path, a_class: Class) -> None:
    change(path, "drop table class_members")
    assert await class_of_member(keeper, PUPIL, a_class.id, NOW) is Refused.AWAY
    assert await class_with_code(keeper, a_class.code, NOW) is Refused.AWAY
