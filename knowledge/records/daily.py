"""Who gets a distinction a day. Only here, and where a chat awaits an answer, is its id kept: to write to it."""

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.daily import Subscription
from knowledge.languages import as_language
from knowledge.records.keeper import Keeper
from knowledge.records.tables import Daily


async def subscription_of(keeper: Keeper, chat_id: int) -> Subscription | None:
    """Find the subscription of a chat; None if it has none, or while the database is away."""
    return await keeper.read(lambda engine: _find(engine, chat_id), None)


async def subscriptions(keeper: Keeper) -> tuple[Subscription, ...] | None:
    """List all subscriptions; None while the database is away."""
    return await keeper.read(_all, None)


async def keep_subscription(keeper: Keeper, subscription: Subscription) -> bool:
    """Keep a subscription in the place of the chat's earlier one; False if it could not be kept."""
    return await keeper.write(_put(keeper.store.engine, subscription))


async def delete_subscription(keeper: Keeper, chat_id: int) -> bool:
    """Delete all that is kept of a chat's subscription; False if it could not be done."""
    return await keeper.write(_delete(keeper.store.engine, chat_id))


async def _find(engine: AsyncEngine, chat_id: int) -> Subscription | None:
    async with AsyncSession(engine) as session:
        row = await session.get(Daily, chat_id)
    return _read(row) if row else None


async def _all(engine: AsyncEngine) -> tuple[Subscription, ...]:
    async with AsyncSession(engine) as session:
        rows = (await session.exec(select(Daily))).all()
    return tuple(filter(None, map(_read, rows)))


async def _put(engine: AsyncEngine, subscription: Subscription) -> None:
    row = Daily(
        chat_id=subscription.chat_id,
        hour=subscription.hour,
        language=subscription.language,
        chosen_at=subscription.chosen_at,
        seen=list(subscription.seen),
        sent_on=subscription.sent_on,
    )
    async with AsyncSession(engine) as session:
        await session.merge(row)
        await session.commit()


async def _delete(engine: AsyncEngine, chat_id: int) -> None:
    async with AsyncSession(engine) as session:
        row = await session.get(Daily, chat_id)
        if row:
            await session.delete(row)
            await session.commit()


def _read(row: Daily) -> Subscription | None:
    """Give a row as a subscription; None if its language is no longer ours."""
    language = as_language(row.language)
    if language is None:
        return None
    return Subscription(row.chat_id, row.hour, language, row.chosen_at, tuple(row.seen), row.sent_on)
