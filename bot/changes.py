"""The changes of maintainers, read before anything is built that answers."""

import asyncio

from bot.database import open_engine, pseudonyms_in
from bot.delivery import note_happened
from bot.settings import Settings
from knowledge.changes import Change, Revision, in_force
from knowledge.records.changes import log_of
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store


def keeper_of(settings: Settings) -> Keeper:
    """Make what keeps records; nothing is opened until it is used."""
    return Keeper(
        Store(open_engine(settings.database_url)), pseudonyms_in(settings.nuancebot_data), changed=note_happened
    )


async def read_log(settings: Settings) -> tuple[Revision, ...] | None:
    """Give the log of changes over a connection of its own; None while the database is away."""
    keeper = keeper_of(settings)
    try:
        return await log_of(keeper)
    finally:
        await keeper.close()


def changes_before_start(settings: Settings) -> tuple[Change, ...]:
    """Give the changes in force; none while the database is away: they are taken over once it is back."""
    log = asyncio.run(read_log(settings))
    return in_force(log) if log else ()
