"""Links that make somebody a teacher of a class, once; of their secrets only hashes are kept."""

import datetime as dt
import secrets
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, delete, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.classes import INVITATION, MOST_CLASSES, MOST_TEACHERS, Class, Refused
from knowledge.records.class_tables import ClassInvitation, ClassMember, ClassTeacher
from knowledge.records.classes import Teaching, find_taught, read_class, taught_by
from knowledge.records.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Invitation:
    """To which class a link leads, whose it was, and whether it puts the one who follows it in that one's place."""

    school_class: Class
    by: int
    handover: bool


async def invite(keeper: Keeper, teaching: Teaching, *, handover: bool) -> str | Refused:
    """Give the secret of a link; refused are AWAY, UNKNOWN and TOO_MANY.

    An earlier link to hand over holds no more, nor do the oldest of many others.
    """
    secret = secrets.token_hex(16)

    async def work(engine: AsyncEngine) -> str | Refused:
        async with AsyncSession(engine) as session:
            if await find_taught(session, teaching.teacher, teaching.class_id, teaching.at) is None:
                return Refused.UNKNOWN
            if not handover and await _teachers_in(session, teaching.class_id) >= MOST_TEACHERS:
                return Refused.TOO_MANY
            await _make_room(session, teaching, handover=handover)
            session.add(
                ClassInvitation(
                    token=_hashed(keeper, secret),
                    class_id=teaching.class_id,
                    chat_id=teaching.teacher,
                    handover=handover,
                    expires_at=teaching.at + INVITATION,
                )
            )
            await session.commit()
        return secret

    return await keeper.change(work, Refused.AWAY)


async def invitation_of(keeper: Keeper, secret: str, now: dt.datetime) -> Invitation | Refused:
    """Tell where a link leads; refused are AWAY, and UNKNOWN if it does not hold (any more)."""

    async def work(engine: AsyncEngine) -> Invitation | Refused:
        async with AsyncSession(engine) as session:
            return await _find(session, _hashed(keeper, secret), now) or Refused.UNKNOWN

    return await keeper.read(work, Refused.AWAY)


async def accept(keeper: Keeper, chat: int, secret: str, now: dt.datetime) -> Invitation | Refused:
    """Make a chat a teacher by a link, which then holds no more; refused are AWAY, UNKNOWN, TEACHING and TOO_MANY."""

    async def work(engine: AsyncEngine) -> Invitation | Refused:
        async with AsyncSession(engine) as session:
            token = _hashed(keeper, secret)
            found = await _find(session, token, now)
            if found is None:
                return Refused.UNKNOWN
            if refused := await _unfit(session, chat, found, now):
                return refused
            if not await _use(session, token):
                return Refused.UNKNOWN
            await _appoint(session, chat, found, now)
            await session.commit()
            return found

    return await keeper.change(work, Refused.AWAY)


async def resign(keeper: Keeper, teaching: Teaching) -> Class | Refused:
    """Take a teacher away from a class that has others; refused are AWAY, UNKNOWN and ALONE."""

    async def work(engine: AsyncEngine) -> Class | Refused:
        async with AsyncSession(engine) as session:
            row = await find_taught(session, teaching.teacher, teaching.class_id, teaching.at)
            if row is None:
                return Refused.UNKNOWN
            if await _teachers_in(session, teaching.class_id) == 1:
                return Refused.ALONE
            left = read_class(row)
            await _dismiss(session, teaching.teacher, teaching.class_id)
            await session.commit()
            return left

    return await keeper.change(work, Refused.AWAY)


async def _find(session: AsyncSession, token: str, now: dt.datetime) -> Invitation | None:
    """Find an invitation that holds: it is not too old, the class goes on, and who made it still teaches it."""
    row = await session.get(ClassInvitation, token)
    if row is None or row.expires_at <= now:
        return None
    taught = await find_taught(session, row.chat_id, row.class_id, now)
    return Invitation(read_class(taught), row.chat_id, row.handover) if taught else None


async def _unfit(session: AsyncSession, chat: int, found: Invitation, now: dt.datetime) -> Refused | None:
    if await session.get(ClassTeacher, (found.school_class.id, chat)):
        return Refused.TEACHING
    many = len(await taught_by(session, chat, now)) >= MOST_CLASSES
    full = not found.handover and await _teachers_in(session, found.school_class.id) >= MOST_TEACHERS
    return Refused.TOO_MANY if many or full else None


async def _use(session: AsyncSession, token: str) -> bool:
    """Use up a link; False if somebody else just did."""
    return (await session.exec(delete(ClassInvitation).where(col(ClassInvitation.token) == token))).rowcount == 1


async def _appoint(session: AsyncSession, chat: int, found: Invitation, now: dt.datetime) -> None:
    class_id = found.school_class.id
    if found.handover:
        await _dismiss(session, found.by, class_id)
    session.add(ClassTeacher(class_id=class_id, chat_id=chat, since=now))
    mine = delete(ClassMember).where(col(ClassMember.chat_id) == chat, col(ClassMember.class_id) == class_id)
    await session.exec(mine)


async def _dismiss(session: AsyncSession, teacher: int, class_id: int) -> None:
    await _withdraw(session, teacher, class_id)
    theirs = delete(ClassTeacher).where(col(ClassTeacher.chat_id) == teacher, col(ClassTeacher.class_id) == class_id)
    await session.exec(theirs)


async def _withdraw(session: AsyncSession, teacher: int, class_id: int) -> None:
    theirs = delete(ClassInvitation).where(col(ClassInvitation.chat_id) == teacher)
    await session.exec(theirs.where(col(ClassInvitation.class_id) == class_id))


async def _make_room(session: AsyncSession, teaching: Teaching, *, handover: bool) -> None:
    same = select(ClassInvitation).where(ClassInvitation.class_id == teaching.class_id)
    same = same.where(ClassInvitation.chat_id == teaching.teacher, ClassInvitation.handover == handover)
    earlier = (await session.exec(same.order_by(col(ClassInvitation.expires_at).desc()))).all()
    for row in earlier[0 if handover else MOST_TEACHERS - 1 :]:
        await session.delete(row)


async def _teachers_in(session: AsyncSession, class_id: int) -> int:
    return (await session.exec(select(func.count()).where(ClassTeacher.class_id == class_id))).one()


def _hashed(keeper: Keeper, secret: str) -> str:
    return keeper.pseudonyms.of(f"invitation {secret}")
