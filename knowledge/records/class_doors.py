"""Who may come in: pupils by the code of a class, those who are in it as long as it goes on, who has its board."""

import datetime as dt

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.classes import Class, Refused
from knowledge.records.class_tables import ClassMember, SchoolClass
from knowledge.records.classes import read_class
from knowledge.records.keeper import Keeper


async def class_with_code(keeper: Keeper, code: str, now: dt.datetime) -> Class | Refused:
    """Give the open class with a code; refused are AWAY, UNKNOWN and CLOSED."""

    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            row = (await session.exec(select(SchoolClass).where(SchoolClass.code == code))).first()
        return _open(row, now)

    return await keeper.read(work, Refused.AWAY)


async def class_with_id(keeper: Keeper, class_id: int, now: dt.datetime) -> Class | Refused:
    """Give a class that is not over, even if it is closed; refused are AWAY and UNKNOWN."""

    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            row = await session.get(SchoolClass, class_id)
        return read_class(row) if row and row.ends_at > now else Refused.UNKNOWN

    return await keeper.read(work, Refused.AWAY)


async def class_of_member(keeper: Keeper, chat: int, class_id: int, now: dt.datetime) -> Class | Refused:
    """Give an open class to one of its pupils; refused are AWAY, CLOSED, and UNKNOWN to anybody else."""

    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            member = await session.get(ClassMember, chat)
            if member is None or member.class_id != class_id:
                return Refused.UNKNOWN
            return _open(await session.get(SchoolClass, class_id), now)

    return await keeper.read(work, Refused.AWAY)


def _open(row: SchoolClass | None, now: dt.datetime) -> Class | Refused:
    if row is None or row.ends_at <= now:
        return Refused.UNKNOWN
    found = read_class(row)
    return found if found.is_open(now) else Refused.CLOSED
