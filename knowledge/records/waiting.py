"""Questions whose askers wait for an answer: kept with the chat's id, to write to it, until told or left."""

import secrets

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.languages import Language, as_language
from knowledge.records.keeper import Keeper
from knowledge.records.tables import Waiting
from knowledge.records.texts import storable
from knowledge.waiting import Wish

# Of a question, in characters: more is not read either.
LONGEST = 1000
# Of one chat; a newer question takes the place of the oldest.
MOST_WISHES = 20


async def add_wish(keeper: Keeper, chat_id: int, language: Language, text: str) -> str | None:
    """Keep a question; give the id of the wish, or None if it could not be kept."""
    wish = Wish(secrets.token_hex(8), chat_id, language, storable(text[:LONGEST]))
    return wish.id if await keeper.write(_add(keeper.store.engine, wish)) else None


async def wishes(keeper: Keeper) -> tuple[Wish, ...] | None:
    """List all that wait, the longest first; None while the database is away."""
    return await keeper.read(_all, None)


async def drop_wish(keeper: Keeper, chat_id: int, wish_id: str) -> bool:
    """Delete a wish of a chat, if it has it; False if the database could not be reached."""
    return await keeper.write(_drop(keeper.store.engine, chat_id, wish_id))


async def drop_wishes(keeper: Keeper, chat_id: int) -> bool:
    """Delete all wishes of a chat; False if the database could not be reached."""
    return await keeper.write(_drop(keeper.store.engine, chat_id, None))


async def _add(engine: AsyncEngine, wish: Wish) -> None:
    mine = select(Waiting).where(Waiting.chat_id == wish.chat_id).order_by(col(Waiting.asked_at))
    async with AsyncSession(engine) as session:
        before = (await session.exec(mine)).all()
        same = [row for row in before if row.text == wish.text]
        others = [row for row in before if row.text != wish.text]
        for row in (*same, *others[: max(0, len(others) - MOST_WISHES + 1)]):
            await session.delete(row)
        session.add(Waiting(id=wish.id, chat_id=wish.chat_id, language=wish.language, text=wish.text))
        await session.commit()


async def _all(engine: AsyncEngine) -> tuple[Wish, ...]:
    async with AsyncSession(engine) as session:
        rows = (await session.exec(select(Waiting).order_by(col(Waiting.asked_at)))).all()
    read = ((row, as_language(row.language)) for row in rows)
    return tuple(Wish(row.id, row.chat_id, language, row.text) for row, language in read if language)


async def _drop(engine: AsyncEngine, chat_id: int, wish_id: str | None) -> None:
    theirs = delete(Waiting).where(col(Waiting.chat_id) == chat_id)
    if wish_id is not None:
        theirs = theirs.where(col(Waiting.id) == wish_id)
    async with AsyncSession(engine) as session:
        await session.exec(theirs)
        await session.commit()
