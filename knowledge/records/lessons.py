"""Where chats stand in lessons, by their pseudonyms."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.lessons.progress import Progress
from knowledge.records.keeper import Keeper
from knowledge.records.lesson_tables import LessonProgress
from knowledge.records.tables import now


async def progress_of(keeper: Keeper, chat_id: int, lesson: str) -> Progress | None:
    """Tell where a chat stands in a lesson; None if it has not begun it, or while the database is away."""
    chat = keeper.pseudonyms.of(chat_id)
    return await keeper.read(lambda engine: _find(engine, chat, lesson), None)


async def lessons_of(keeper: Keeper, chat_id: int) -> dict[str, Progress]:
    """Give all lessons that a chat has begun, the latest first; none while the database is away."""
    chat = keeper.pseudonyms.of(chat_id)
    return await keeper.read(lambda engine: _all(engine, chat), {})


async def keep_progress(keeper: Keeper, chat_id: int, lesson: str, progress: Progress) -> bool:
    """Keep where a chat stands; False if it could not be kept."""
    return await keeper.write(_put(keeper.store.engine, keeper.pseudonyms.of(chat_id), lesson, progress))


async def drop_progress(keeper: Keeper, chat_id: int, lesson: str) -> bool:
    """Forget where a chat stands in a lesson; False if it could not be done."""
    return await keeper.write(_drop(keeper.store.engine, keeper.pseudonyms.of(chat_id), lesson))


async def _find(engine: AsyncEngine, chat: str, lesson: str) -> Progress | None:
    async with AsyncSession(engine) as session:
        row = await session.get(LessonProgress, (chat, lesson))
    return _read(row) if row else None


async def _all(engine: AsyncEngine, chat: str) -> dict[str, Progress]:
    begun = select(LessonProgress).where(LessonProgress.chat == chat).order_by(col(LessonProgress.updated_at).desc())
    async with AsyncSession(engine) as session:
        return {row.lesson: _read(row) for row in (await session.exec(begun)).all()}


async def _put(engine: AsyncEngine, chat: str, lesson: str, progress: Progress) -> None:
    row = LessonProgress(
        chat=chat,
        lesson=lesson,
        step=progress.step,
        items=list(progress.items),
        answers=dict(progress.answers),
        updated_at=now(),
    )
    async with AsyncSession(engine) as session:
        await session.merge(row)
        await session.commit()


async def _drop(engine: AsyncEngine, chat: str, lesson: str) -> None:
    async with AsyncSession(engine) as session:
        row = await session.get(LessonProgress, (chat, lesson))
        if row:
            await session.delete(row)
            await session.commit()


def _read(row: LessonProgress) -> Progress:
    return Progress(row.step, tuple(row.items), dict(row.answers))
