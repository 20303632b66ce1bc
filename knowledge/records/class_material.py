"""The rows of a class for its report; whose they are leaves only as pseudonyms to count heads by."""

import datetime as dt

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.outcomes import Act
from knowledge.records.class_tables import ClassQuestion, SchoolClass
from knowledge.records.classes import members_in
from knowledge.records.keeper import Keeper
from knowledge.records.own_route_tables import ClassRoute
from knowledge.records.round_tables import ClassAnswer, ClassRound
from knowledge.reports.material import Asked, Given, Material, Phase

# What a pupil typed and can be counted as a question; older or foreign rows may say something else.
_ACTS: dict[str, Act] = {"answer": "answer", "clarify": "clarify", "fallback": "fallback"}
# Whether a round is compared with one on the other side of the lesson.
_PHASES: dict[str, Phase] = {"before": "before", "after": "after"}


async def material_of(keeper: Keeper, class_id: int) -> Material | None:
    """Give what a class asked and answered, oldest first; None while the database is away."""

    async def work(engine: AsyncEngine) -> Material | None:
        async with AsyncSession(engine) as session:
            asked, given = await _asked(session, class_id), await _given(session, col(ClassAnswer.class_id) == class_id)
            began = await _lesson_began(session, class_id)
            return Material(await members_in(session, class_id), asked, given, began)

    return await keeper.read(work, None)


async def answers_in_round(keeper: Keeper, round_id: int) -> tuple[Given, ...]:
    """Give the answers to the questions of one round, oldest first; none while the database is away."""

    async def work(engine: AsyncEngine) -> tuple[Given, ...]:
        async with AsyncSession(engine) as session:
            return await _given(session, col(ClassAnswer.round_id) == round_id)

    return await keeper.read(work, ())


async def _asked(session: AsyncSession, class_id: int) -> tuple[Asked, ...]:
    typed = select(ClassQuestion).where(ClassQuestion.class_id == class_id, col(ClassQuestion.text).is_not(None))
    rows = await session.exec(typed.order_by(col(ClassQuestion.id)))
    return tuple(
        Asked(row.person, row.asked_at, _ACTS[row.act], row.text or "", row.entry, tuple(row.options))
        for row in rows
        if row.act in _ACTS
    )


async def _lesson_began(session: AsyncSession, class_id: int) -> dt.datetime | None:
    """Tell when the lesson began: when its teacher said so, else with the first round before it, or else after it.

    Without rounds around it, it began when the class was given its route.
    """
    school_class = await session.get(SchoolClass, class_id)
    if school_class and school_class.lesson_at:
        return school_class.lesson_at
    rounds = select(ClassRound.phase, ClassRound.opened_at).where(
        ClassRound.class_id == class_id, col(ClassRound.phase).in_(_PHASES)
    )
    opened = [(phase != "before", moment) for phase, moment in await session.exec(rounds)]
    if opened:
        return min(opened)[1]
    given = await session.get(ClassRoute, class_id)
    return given.set_at if given else None


async def _given(session: AsyncSession, which: ColumnElement[bool]) -> tuple[Given, ...]:
    """List the answers to questions that have a right one: those of the story have none."""
    answered = select(ClassAnswer, ClassRound.phase).join(ClassRound, col(ClassRound.id) == col(ClassAnswer.round_id))
    theirs = answered.where(which, col(ClassAnswer.is_right).is_not(None))
    rows = await session.exec(theirs.order_by(col(ClassAnswer.answered_at)))
    return tuple(
        Given(row.person, row.answered_at, row.item, bool(row.is_right), row.mistake, _PHASES.get(phase))
        for row, phase in rows
    )
