"""Classes as their pupils know them: joined by code, left, and what was asked in them. `chat` is a private chat."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Delete, bindparam
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.classes import MOST_PUPILS, Class, Refused
from knowledge.outcomes import Outcome
from knowledge.records.class_tables import ClassMember, ClassQuestion, ClassTeacher, SchoolClass
from knowledge.records.classes import members_in, read_class
from knowledge.records.keeper import Keeper
from knowledge.records.pseudonyms import Pseudonyms
from knowledge.records.texts import storable
from knowledge.records.tries import another_try, may_try

# Of a question, in characters.
LONGEST = 300
# What was typed is kept only of what was asked: "hello" and "who says so?" say nothing about the subject.
_WITH_TEXT = frozenset({"answer", "clarify", "fallback"})
# Made once: to make a statement takes longer than to find a row.
_THEIRS = (
    select(ClassMember.chat_id, *SchoolClass.metadata.tables["classes"].columns)
    .join(SchoolClass, col(ClassMember.class_id) == col(SchoolClass.id))
    .where(col(ClassMember.chat_id).in_(bindparam("chats", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A class that was joined; `left` is another that was left for it."""

    school_class: Class
    left: Class | None


@dataclass(frozen=True, slots=True)
class Asking:
    """That a chat asks something in a class: how it came in (text, tap, link, …), and its text if it had one."""

    chat: int
    class_id: int
    via: str
    text: str | None
    at: dt.datetime


def pupil_of(pseudonyms: Pseudonyms, class_id: int, chat: int) -> str:
    """Give the pseudonym of a pupil within one class: rows of two classes can't be joined."""
    return pseudonyms.of(f"class {class_id} {chat}")


async def join(keeper: Keeper, chat: int, code: str, now: dt.datetime) -> Joined | Refused:
    """Make a chat a pupil of the class with that code, of no other any more.

    Refused are AWAY, PAUSED, UNKNOWN, CLOSED, TEACHING and FULL. A code that is unknown counts as a try.
    """

    async def work(engine: AsyncEngine) -> Joined | Refused:
        async with AsyncSession(engine) as session:
            person = keeper.pseudonyms.of(chat)
            if not await may_try(session, person, now):
                return Refused.PAUSED
            wanted = select(SchoolClass).where(SchoolClass.code == code, SchoolClass.ends_at > now)
            row = (await session.exec(wanted)).first()
            if row is None:
                await another_try(session, person, now)
                await session.commit()
                return Refused.UNKNOWN
            joined = await _join(session, chat, read_class(row), now)
            await session.commit()
            return joined

    return await keeper.change(work, Refused.AWAY)


async def leave(keeper: Keeper, chat: int, class_id: int) -> bool:
    """Take a chat out of a class, if it is in it; False if that could not be done."""
    mine = delete(ClassMember).where(col(ClassMember.chat_id) == chat, col(ClassMember.class_id) == class_id)
    return await keeper.write(_run(keeper.store.engine, mine))


async def leave_any(keeper: Keeper, chat: int) -> bool:
    """Take a chat out of the class that it is in, if any; False if that could not be done."""
    return await keeper.write(_run(keeper.store.engine, delete(ClassMember).where(col(ClassMember.chat_id) == chat)))


async def class_of(keeper: Keeper, chat: int, now: dt.datetime) -> Class | None:
    """Give the open class that a chat is in; None if it is in none, or while the database is away."""
    found = await keeper.find(_classes_of, chat, None)
    return found if found and found.is_open(now) else None


async def note(keeper: Keeper, asking: Asking, outcome: Outcome) -> None:
    """Write down what a pupil asked, and what came of it."""
    row = ClassQuestion(
        class_id=asking.class_id,
        person=pupil_of(keeper.pseudonyms, asking.class_id, asking.chat),
        asked_at=asking.at,
        via=asking.via,
        language=outcome.language,
        act=outcome.act,
        entry=outcome.entry,
        options=list(outcome.options),
        confidence=outcome.confidence,
        text=storable(asking.text)[:LONGEST] if asking.text and outcome.act in _WITH_TEXT else None,
    )
    await keeper.write(_add(keeper.store.engine, row))


async def _join(session: AsyncSession, chat: int, wanted: Class, now: dt.datetime) -> Joined | Refused:
    if not wanted.is_open(now):
        return Refused.CLOSED
    if await session.get(ClassTeacher, (wanted.id, chat)):
        return Refused.TEACHING
    before = await session.get(ClassMember, chat)
    if before and before.class_id == wanted.id:
        return Joined(wanted, None)
    if await members_in(session, wanted.id) >= MOST_PUPILS:
        return Refused.FULL
    other = await session.get(SchoolClass, before.class_id) if before else None
    await session.merge(ClassMember(chat_id=chat, class_id=wanted.id, joined_at=now))
    return Joined(wanted, read_class(other) if other and other.ends_at > now else None)


async def _run(engine: AsyncEngine, statement: Delete) -> None:
    async with AsyncSession(engine) as session:
        await session.exec(statement)
        await session.commit()


async def _add(engine: AsyncEngine, row: ClassQuestion) -> None:
    async with AsyncSession(engine) as session:
        session.add(row)
        await session.commit()


async def _classes_of(connection: AsyncConnection, chats: Sequence[int]) -> list[Class | None]:
    """Give the class of each chat, open or not."""
    rows = (await connection.execute(_THEIRS, {"chats": [*chats]})).all()
    found = {row.chat_id: read_class(row) for row in rows}
    return [found.get(chat) for chat in chats]
