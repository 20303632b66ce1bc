"""What keeps records, for a bot that runs or for a single command."""

import asyncio
from collections.abc import Awaitable, Callable
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
    """Do some work where no bot serves Telegram; whatever happens, the database is closed afterwards."""
    return asyncio.run(_closing(keeper_of(settings), work))


async def _closing(keeper: Keeper, work: Callable[[Keeper], Awaitable[Result]]) -> Result:
    try:
        return await work(keeper)
    finally:
        await keeper.close()
