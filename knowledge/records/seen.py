"""Which answers a chat got lately."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.records.keeper import Keeper
from knowledge.records.tables import Question

# How far back the records are looked through; more than any pack has entries.
LATELY = 500


async def seen_lately(keeper: Keeper, chat_id: int) -> tuple[str, ...]:
    """List the entries that a chat saw, the latest first; none while the database is away."""
    chat = keeper.pseudonyms.of(chat_id)
    return await keeper.read(lambda engine: _seen(engine, chat), ())


async def _seen(engine: AsyncEngine, chat: str) -> tuple[str, ...]:
    asked = select(Question.entry).where(Question.chat == chat, col(Question.entry).is_not(None))
    async with AsyncSession(engine) as session:
        found = (await session.exec(asked.order_by(col(Question.id).desc()).limit(LATELY))).all()
    return tuple(entry for entry in dict.fromkeys(found) if entry)
