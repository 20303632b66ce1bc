"""What is kept of a chat as a place: how the bot behaves there, and what becomes of its state when it moves or ends.

Every function may raise SQLAlchemyError, like the methods of `store`.
"""

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.records.lesson_tables import LessonProgress
from knowledge.records.tables import Conversation, Group, now

# What is known of a chat as long as the bot is in it. Questions stay: they are counted, whoever asked.
_STATE: tuple[type[Conversation] | type[Group] | type[LessonProgress], ...] = (Conversation, Group, LessonProgress)


async def is_quiet(engine: AsyncEngine, chat: str) -> bool:
    """Tell whether the bot answers only commands in a group."""
    async with AsyncSession(engine) as session:
        row = await session.get(Group, chat)
    return row is not None and row.quiet


async def set_quiet(engine: AsyncEngine, chat: str, *, quiet: bool) -> None:
    """Write down whether the bot answers only commands in a group."""
    async with AsyncSession(engine) as session:
        await session.merge(Group(chat=chat, quiet=quiet, updated_at=now()))
        await session.commit()


async def move(engine: AsyncEngine, old: str, new: str) -> None:
    """Hand the state of a chat to the chat that it became; what is known of the new one already stays."""
    async with AsyncSession(engine) as session:
        for table in _STATE:
            for left in (await session.exec(select(table).where(table.chat == old))).all():
                moved = table(**left.model_dump() | {"chat": new})
                if await session.get(table, inspect(table).primary_key_from_instance(moved)) is None:
                    session.add(moved)
                await session.delete(left)
        await session.commit()


async def forget(engine: AsyncEngine, chat: str) -> None:
    """Delete the state of a chat that the bot is no longer in."""
    async with AsyncSession(engine) as session:
        for table in _STATE:
            for left in (await session.exec(select(table).where(table.chat == chat))).all():
                await session.delete(left)
        await session.commit()
