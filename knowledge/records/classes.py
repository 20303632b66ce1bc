"""Classes as their teachers see them: opened, listed, changed, and erased with all that belongs to them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NamedTuple

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.classes import MOST_CLASSES, WARNING, Class, Plan, Refused, new_code
from knowledge.languages import Language, as_language
from knowledge.records.class_tables import ClassMember, ClassTeacher, SchoolClass
from knowledge.records.keeper import Keeper


class Teaching(NamedTuple):
    """Who does something to which class, and when."""

    teacher: int
    class_id: int
    at: dt.datetime


async def open_class(keeper: Keeper, teacher: int, plan: Plan) -> Class | Refused:
    """Open a class with a code of its own; refused are AWAY and TOO_MANY.

    `teacher` is the private chat of who opens it, here and everywhere in this module.
    """

    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            if len(await taught_by(session, teacher, plan.created_at)) >= MOST_CLASSES:
                return Refused.TOO_MANY
            row = SchoolClass(code=await _free_code(session), **asdict(plan))
            session.add(row)
            await session.flush()
            opened = read_class(row)
            session.add(ClassTeacher(class_id=opened.id, chat_id=teacher, since=plan.created_at))
            await session.commit()
            return opened

    return await keeper.change(work, Refused.AWAY)


async def classes_of(keeper: Keeper, teacher: int, now: dt.datetime) -> tuple[Class, ...] | None:
    """List the classes of a teacher, the oldest first, closed ones too; None while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Class, ...] | None:
        async with AsyncSession(engine) as session:
            return tuple(map(read_class, await taught_by(session, teacher, now)))

    return await keeper.read(work, None)


async def class_of_teacher(keeper: Keeper, teacher: int, class_id: int, now: dt.datetime) -> Class | Refused:
    """Give a class to one of its teachers; refused are AWAY, and UNKNOWN to anybody else."""

    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            row = await find_taught(session, teacher, class_id, now)
            return read_class(row) if row else Refused.UNKNOWN

    return await keeper.read(work, Refused.AWAY)


async def set_language(keeper: Keeper, teaching: Teaching, language: Language | None) -> Class | Refused:
    """Answer a class in one language, or each pupil in their own; refused are AWAY and UNKNOWN."""
    return await _amend(keeper, teaching, {"language": language})


async def set_simple(keeper: Keeper, teaching: Teaching, *, simple: bool) -> Class | Refused:
    """Give a class simple answers first, or whole ones; refused are AWAY and UNKNOWN."""
    return await _amend(keeper, teaching, {"simple": simple})


async def set_end(keeper: Keeper, teaching: Teaching, ends_at: dt.datetime) -> Class | Refused:
    """Let a class end at another moment; whose teachers don't know that it is near are told. Refused as above."""
    warned_at = teaching.at if ends_at - teaching.at <= WARNING else None
    return await _amend(keeper, teaching, {"ends_at": ends_at, "warned_at": warned_at})


async def set_closed(keeper: Keeper, teaching: Teaching, *, closed: bool) -> Class | Refused:
    """Close a class, or open it again; refused are AWAY and UNKNOWN."""
    return await _amend(keeper, teaching, {"closed_at": teaching.at if closed else None})


async def set_lesson(keeper: Keeper, teaching: Teaching) -> Class | Refused:
    """Let the lesson of a class begin at this moment; refused are AWAY and UNKNOWN."""
    return await _amend(keeper, teaching, {"lesson_at": teaching.at})


async def count_members(keeper: Keeper, class_id: int) -> int | None:
    """Count the pupils of a class; None while the database is away. Below five it is not to be shown."""

    async def work(engine: AsyncEngine) -> int | None:
        async with AsyncSession(engine) as session:
            return await members_in(session, class_id)

    return await keeper.read(work, None)


async def members_of(keeper: Keeper, class_id: int) -> tuple[int, ...] | None:
    """List the private chats of a class's pupils, to write to them and for nothing else; None while away."""

    async def work(engine: AsyncEngine) -> tuple[int, ...] | None:
        async with AsyncSession(engine) as session:
            return tuple(await session.exec(select(ClassMember.chat_id).where(ClassMember.class_id == class_id)))

    return await keeper.read(work, None)


async def teachers_of(keeper: Keeper, class_id: int) -> tuple[int, ...] | None:
    """List the private chats of a class's teachers, to write to them; None while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[int, ...] | None:
        async with AsyncSession(engine) as session:
            return tuple(await session.exec(select(ClassTeacher.chat_id).where(ClassTeacher.class_id == class_id)))

    return await keeper.read(work, None)


def read_class(row: SchoolClass | Row[Any]) -> Class:
    """Give a row as a class; a language that is no longer ours is each pupil's own.

    Raises:
        ValueError: the row was never written.
    """
    if row.id is None:
        msg = "a class that was not written has no id"
        raise ValueError(msg)
    return Class(
        row.id, row.code, row.title, as_language(row.language), row.simple, row.created_at, row.ends_at, row.closed_at
    )


async def _amend(keeper: Keeper, teaching: Teaching, changes: Mapping[str, object]) -> Class | Refused:
    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            row = await find_taught(session, teaching.teacher, teaching.class_id, teaching.at)
            if row is None:
                return Refused.UNKNOWN
            row.sqlmodel_update(dict(changes))
            session.add(row)
            amended = read_class(row)
            await session.commit()
            return amended

    return await keeper.change(work, Refused.AWAY)


async def find_taught(session: AsyncSession, teacher: int, class_id: int, now: dt.datetime) -> SchoolClass | None:
    """Find a class of a teacher; None if it has ended, or is none of theirs."""
    row = await session.get(SchoolClass, class_id)
    if row is None or row.ends_at <= now:
        return None
    return row if await session.get(ClassTeacher, (class_id, teacher)) else None


async def members_in(session: AsyncSession, class_id: int) -> int:
    """Count the pupils of a class."""
    return (await session.exec(select(func.count()).where(ClassMember.class_id == class_id))).one()


async def taught_by(session: AsyncSession, teacher: int, now: dt.datetime) -> list[SchoolClass]:
    """List the classes of a teacher that have not ended."""
    mine = select(SchoolClass).join(ClassTeacher, col(ClassTeacher.class_id) == col(SchoolClass.id))
    mine = mine.where(ClassTeacher.chat_id == teacher, SchoolClass.ends_at > now).order_by(col(SchoolClass.id))
    return [*await session.exec(mine)]


async def _free_code(session: AsyncSession) -> str:
    while True:
        code = new_code()
        if (await session.exec(select(SchoolClass.id).where(SchoolClass.code == code))).first() is None:
            return code
