"""Under which id Telegram has a picture, by the hash of what is drawn: it is painted and uploaded once."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.records.keeper import Keeper
from knowledge.records.tables import Picture


async def file_id_of(keeper: Keeper, digest: str) -> str | None:
    """Give the id of a picture; None if it was not sent yet, or while the database is away."""
    return await keeper.read(lambda engine: _find(engine, digest), None)


async def keep_file_id(keeper: Keeper, digest: str, file_id: str) -> None:
    """Keep the id that Telegram gave a picture."""
    await keeper.write(_put(keeper.store.engine, digest, file_id))


async def forget_file_id(keeper: Keeper, digest: str) -> None:
    """Forget an id that Telegram does not take (any more): those of another bot, or of a picture it dropped."""
    await keeper.write(_drop(keeper.store.engine, digest))


async def _find(engine: AsyncEngine, digest: str) -> str | None:
    async with AsyncSession(engine) as session:
        row = await session.get(Picture, digest)
    return row.file_id if row else None


async def _put(engine: AsyncEngine, digest: str, file_id: str) -> None:
    async with AsyncSession(engine) as session:
        await session.merge(Picture(digest=digest, file_id=file_id))
        await session.commit()


async def _drop(engine: AsyncEngine, digest: str) -> None:
    async with AsyncSession(engine) as session:
        row = await session.get(Picture, digest)
        if row:
            await session.delete(row)
            await session.commit()
