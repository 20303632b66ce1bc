"""What keeps records, for a bot that runs or for a single command."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from bot.database import open_engine, pseudonyms_in
from bot.delivery import note_happened
from bot.settings import Settings
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store

Result = TypeVar("Result")


def keeper_of(settings: Settings) -> Keeper:
    """Make what keeps records; nothing is opened until it is used."""
    return Keeper(
        Store(open_engine(settings.database_url)), pseudonyms_in(settings.nuancebot_data), changed=note_happened
    )


def with_keeper(settings: Settings, work: Callable[[Keeper], Awaitable[Result]]) -> Result:
    """Do some work where no bot runs, over a connection of its own that is closed afterwards; give what came of it."""

    async def working() -> Result:
        async with keeping(settings) as keeper:
            return await work(keeper)

    return asyncio.run(working())


@asynccontextmanager
async def keeping(settings: Settings) -> AsyncIterator[Keeper]:
    """Give what keeps records for a while; whatever happens, its connections are closed afterwards."""
    keeper = keeper_of(settings)
    try:
        yield keeper
    finally:
        await keeper.close()
