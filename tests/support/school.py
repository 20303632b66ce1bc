"""Classes in a database, for tests: a teacher, a moment, and a class that is open."""

import datetime as dt
import re
from dataclasses import replace

from bot.offline.person import Person
from knowledge.classes import Class, Plan
from knowledge.records.classes import open_class
from knowledge.records.keeper import Keeper
from tests.support.stage import Data, Stage, said

TEACHER = 5_577_006_791_947_779
PUPIL = 6_129_484_611_666_145
NOW = dt.datetime(2027, 1, 4, 8, 0, tzinfo=dt.UTC)
PLAN = Plan("4V maatschappijleer", None, NOW, NOW + dt.timedelta(days=30))


async def opened(keeper: Keeper, teacher: int = TEACHER, plan: Plan = PLAN) -> Class:
    """Open a class that nothing stands in the way of."""
    found = await open_class(keeper, teacher, plan)
    assert isinstance(found, Class)
    return found


def somebody(stage: Stage, person_id: int, language_code: str = "nl") -> Stage:
    """Give the same bot with another person in front of it."""
    return replace(stage, person=Person(stage.telegram, id=person_id, language_code=language_code))


async def begins_a_class(teacher: Stage, title: str = "4V maatschappijleer") -> str:
    """Let a teacher begin a class; give its code."""
    told = said(await teacher.says(f"/class new {title}"))
    code = re.search(r"/join ([A-Z]{6})", told)
    assert code, told
    return code[1]


async def shows_the_class(teacher: Stage) -> Data:
    """Let a teacher look at their only class."""
    return await teacher.says("/class")
