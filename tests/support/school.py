"""Classes in a database, for tests: a teacher, a moment, and a class that is open."""

import datetime as dt

from knowledge.classes import Class, Plan
from knowledge.records.classes import open_class
from knowledge.records.keeper import Keeper

TEACHER = 5_577_006_791_947_779
PUPIL = 6_129_484_611_666_145
NOW = dt.datetime(2027, 1, 4, 8, 0, tzinfo=dt.UTC)
PLAN = Plan("4V maatschappijleer", None, NOW, NOW + dt.timedelta(days=30))


async def opened(keeper: Keeper, teacher: int = TEACHER, plan: Plan = PLAN) -> Class:
    """Open a class that nothing stands in the way of."""
    found = await open_class(keeper, teacher, plan)
    assert isinstance(found, Class)
    return found
