"""The rows of a class for its report; whose they are leaves only as pseudonyms to count heads by."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.outcomes import Act
from knowledge.records.class_tables import ClassQuestion
from knowledge.records.classes import members_in
from knowledge.records.keeper import Keeper
from knowledge.reports.material import Asked, Material

# What a pupil typed and can be counted as a question; older or foreign rows may say something else.
_ACTS: dict[str, Act] = {"answer": "answer", "clarify": "clarify", "fallback": "fallback"}


async def material_of(keeper: Keeper, class_id: int) -> Material | None:
    """Give what a class asked and answered, oldest first; None while the database is away."""

    async def work(engine: AsyncEngine) -> Material | None:
        async with AsyncSession(engine) as session:
            return Material(await members_in(session, class_id), await _asked(session, class_id))

    return await keeper.read(work, None)


async def _asked(session: AsyncSession, class_id: int) -> tuple[Asked, ...]:
    typed = select(ClassQuestion).where(ClassQuestion.class_id == class_id, col(ClassQuestion.text).is_not(None))
    rows = await session.exec(typed.order_by(col(ClassQuestion.id)))
    return tuple(
        Asked(row.person, row.asked_at, _ACTS[row.act], row.text or "", row.entry, tuple(row.options))
        for row in rows
        if row.act in _ACTS
    )
