"""What is over is erased: classes with all that belongs to them, and rows whose time is up."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, String, cast, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.classes import Refused
from knowledge.dialogue.state import FORGOTTEN_AFTER
from knowledge.records.class_tables import ClassTeacher, SchoolClass
from knowledge.records.classes import Teaching
from knowledge.records.holdings import HOLDINGS, After
from knowledge.records.keeper import Keeper
from knowledge.records.people import erase_class
from knowledge.records.tables import Conversation
from knowledge.retention import Retention

_CLASSES = SchoolClass.metadata.tables["classes"]
_CONVERSATIONS = Conversation.metadata.tables["conversations"]
_TEACHERS = ClassTeacher.metadata.tables["class_teachers"].columns


@dataclass(frozen=True, slots=True)
class Ending:
    """A class that ends or has ended, and the private chats of its teachers, who are to hear of it."""

    id: int
    title: str
    ends_at: dt.datetime
    teachers: tuple[int, ...]


async def sweep(keeper: Keeper, retention: Retention, now: dt.datetime) -> tuple[Ending, ...] | None:
    """Erase what is over; give the classes that were, None if the database could not be reached."""

    async def work(engine: AsyncEngine) -> tuple[Ending, ...]:
        async with engine.begin() as connection:
            ended = await _ending(connection, _CLASSES.columns["ends_at"] <= now)
            for each in ended:
                await erase_class(connection, keeper.pseudonyms, each.id)
            for holding in HOLDINGS:
                # Classes went first: what belongs to them has to go along.
                if isinstance(holding.until, After) and holding.rows is not _CLASSES:
                    period = getattr(retention, holding.until.period) if holding.until.period else dt.timedelta()
                    moment = holding.rows.columns[holding.until.moment]
                    await connection.execute(delete(holding.rows).where(moment <= now - period))
            await _forget_talk(connection, now - FORGOTTEN_AFTER)
        return ended

    return await keeper.change(work, None)


async def soon_over(keeper: Keeper, within: dt.timedelta, now: dt.datetime) -> tuple[Ending, ...] | None:
    """List the classes that end soon, each once, for their teachers to be told; None while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Ending, ...]:
        columns = _CLASSES.columns
        async with engine.begin() as connection:
            soon = (columns["ends_at"] <= now + within) & (columns["ends_at"] > now) & columns["warned_at"].is_(None)
            ending = await _ending(connection, soon)
            ids = [each.id for each in ending]
            await connection.execute(update(_CLASSES).where(columns["id"].in_(ids)).values(warned_at=now))
        return ending

    return await keeper.change(work, None)


async def erase_now(keeper: Keeper, teaching: Teaching) -> Ending | Refused:
    """Erase a class at once, as a teacher of it wants; refused are AWAY and UNKNOWN."""

    async def work(engine: AsyncEngine) -> Ending | Refused:
        async with engine.begin() as connection:
            wanted = (_CLASSES.columns["id"] == teaching.class_id) & (_CLASSES.columns["ends_at"] > teaching.at)
            for each in await _ending(connection, wanted):
                if teaching.teacher in each.teachers:
                    await erase_class(connection, keeper.pseudonyms, each.id)
                    return each
        return Refused.UNKNOWN

    return await keeper.change(work, Refused.AWAY)


async def _forget_talk(connection: AsyncConnection, before: dt.datetime) -> None:
    """Erase of conversations that have paused all but their language: they will not be taken up again."""
    columns = _CONVERSATIONS.columns
    nothing: dict[str, object] = {"entry": None, "offered": [], "thread": {}}
    # As text: not every database can compare JSON.
    kept = (cast(columns["offered"], String) != "[]") | (cast(columns["thread"], String) != "{}")
    paused = (columns["updated_at"] <= before) & (columns["entry"].is_not(None) | kept)
    await connection.execute(update(_CONVERSATIONS).where(paused).values(nothing))


async def _ending(connection: AsyncConnection, which: ColumnElement[bool]) -> tuple[Ending, ...]:
    classes = (await connection.execute(select(_CLASSES).where(which))).mappings().all()
    teaching = select(_TEACHERS["class_id"], _TEACHERS["chat_id"])
    teaching = teaching.where(_TEACHERS["class_id"].in_([row["id"] for row in classes]))
    teachers: dict[int, list[int]] = {}
    for class_id, chat_id in (await connection.execute(teaching)).all():
        teachers.setdefault(class_id, []).append(chat_id)
    return tuple(Ending(row["id"], row["title"], row["ends_at"], tuple(teachers.get(row["id"], ()))) for row in classes)
