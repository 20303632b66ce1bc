"""Rounds of classes: opened, closed, and what pupils took, each under the pseudonym that they have in the class."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.lessons.rounds import Round, RoundPlan, Taken, as_kind, as_phase
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import pupil_of
from knowledge.records.round_tables import ClassAnswer, ClassRound


@dataclass(frozen=True, slots=True)
class Answer:
    """What a pupil, known by their private chat, took for an item of a round, and what that is worth."""

    chat: int
    round: Round
    item: str
    option: int
    right: bool | None
    mistake: str | None
    at: dt.datetime


async def open_round(keeper: Keeper, class_id: int, plan: RoundPlan, now: dt.datetime) -> Round | None:
    """Open a round and close those that are open: a class does one thing at a time. None if it could not be kept."""

    async def work(engine: AsyncEngine) -> Round | None:
        async with AsyncSession(engine) as session:
            still_open = select(ClassRound).where(ClassRound.class_id == class_id, col(ClassRound.closed_at).is_(None))
            for before in (await session.exec(still_open)).all():
                before.closed_at = now
                session.add(before)
            row = ClassRound(class_id=class_id, kind=plan.kind, items=list(plan.items), phase=plan.phase, opened_at=now)
            session.add(row)
            await session.flush()
            opened = _read(row)
            await session.commit()
            return opened

    return await keeper.change(work, None)


async def close_round(keeper: Keeper, round_id: int, now: dt.datetime) -> bool:
    """Close a round, if it is open; False if it could not be done."""

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            row = await session.get(ClassRound, round_id)
            if row and row.closed_at is None:
                row.closed_at = now
                session.add(row)
                await session.commit()
        return True

    return await keeper.change(work, default=False)


async def round_of(keeper: Keeper, round_id: int) -> Round | None:
    """Find a round; None if there is none (any more), or while the database is away."""

    async def work(engine: AsyncEngine) -> Round | None:
        async with AsyncSession(engine) as session:
            row = await session.get(ClassRound, round_id)
        return _read(row) if row else None

    return await keeper.read(work, None)


async def rounds_of(keeper: Keeper, class_id: int) -> tuple[Round, ...]:
    """List the rounds of a class, the oldest first; none while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Round, ...]:
        async with AsyncSession(engine) as session:
            theirs = select(ClassRound).where(ClassRound.class_id == class_id).order_by(col(ClassRound.id))
            rows = (await session.exec(theirs)).all()
        return tuple(found for row in rows if (found := _read(row)))

    return await keeper.read(work, ())


async def keep_answer(keeper: Keeper, answer: Answer) -> bool:
    """Keep what a pupil took for an item, the first time; False if it could not be kept."""
    person = pupil_of(keeper.pseudonyms, answer.round.class_id, answer.chat)

    async def work(engine: AsyncEngine) -> bool:
        async with AsyncSession(engine) as session:
            row = {
                "round_id": answer.round.id,
                "person": person,
                "item": answer.item,
                "class_id": answer.round.class_id,
                "option": answer.option,
                "is_right": answer.right,
                "mistake": answer.mistake,
                "answered_at": answer.at,
            }
            await session.exec(_answering(engine).values(row).on_conflict_do_nothing())
            await session.commit()
        return True

    return await keeper.change(work, default=False)


async def answers_of(keeper: Keeper, chat: int, asked: Round) -> dict[str, int]:
    """Give what a pupil took, by item; nothing while the database is away."""
    person = pupil_of(keeper.pseudonyms, asked.class_id, chat)
    taken = await taken_in(keeper, asked)
    return {one.item: one.option for one in taken if one.person == person}


async def taken_in(keeper: Keeper, asked: Round) -> tuple[Taken, ...]:
    """List what the pupils took in a round, in the order in which they did; nothing while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Taken, ...]:
        async with AsyncSession(engine) as session:
            theirs = select(ClassAnswer).where(ClassAnswer.round_id == asked.id).order_by(col(ClassAnswer.answered_at))
            rows = (await session.exec(theirs)).all()
        return tuple(Taken(row.person, row.item, row.option) for row in rows)

    return await keeper.read(work, ())


def _answering(engine: AsyncEngine) -> postgresql.Insert | sqlite.Insert:
    """Begin a statement that can leave an answer as it is that came first, in the words of this database."""
    if engine.dialect.name == "postgresql":
        return postgresql.insert(ClassAnswer)
    return sqlite.insert(ClassAnswer)


def _read(row: ClassRound) -> Round | None:
    """Give a row as a round; None if it is of a kind that another version knew."""
    kind = as_kind(row.kind)
    if kind is None or row.id is None:
        return None
    plan = RoundPlan(kind, tuple(row.items), as_phase(row.phase))
    return Round(row.id, row.class_id, plan, row.opened_at, row.closed_at)
