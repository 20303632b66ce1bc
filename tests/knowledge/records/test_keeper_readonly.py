"""A database that can be read and takes no writes."""

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from knowledge.outcomes import Dialogue
from tests.support.records import HandClock, impatient_engine_of, keeper_log, keeping

CHAT = 7
FIRST = Dialogue("nl", "en", "bees-honey", ("bees-sting", "owls-night"))
SECOND = Dialogue("en", entry="owls-night")
FAILS = "ERROR: the database fails (attempt to write a readonly database): answers go on, but what is asked is not kept"


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncEngine:
    """A database that knows one chat and from now on can only be read."""
    path = tmp_path / "bot.db"
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
    engine = impatient_engine_of(path)
    event.listen(engine.sync_engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = 1"))
    return engine


async def test_it_is_said_once_and_memory_takes_over(engine: AsyncEngine, caplog: pytest.LogCaptureFixture) -> None:
    async with keeping(engine) as keeper:
        assert await keeper.dialogue(CHAT) == FIRST
        await keeper.keep(CHAT, SECOND)
        await keeper.keep(CHAT + 1, FIRST)
        assert (await keeper.dialogue(CHAT), await keeper.dialogue(CHAT + 1)) == (SECOND, FIRST)
    assert keeper_log(caplog) == [FAILS]


@pytest.mark.xfail(strict=True, reason="keeper.py:_attempt: a read counts as 'back', then the next write fails anew")
async def test_it_is_not_back_because_it_can_be_read(engine: AsyncEngine, caplog: pytest.LogCaptureFixture) -> None:
    clock = HandClock()
    async with keeping(engine, clock) as keeper:
        for chat in range(3):
            await keeper.dialogue(chat)
            await keeper.keep(chat, FIRST)
            clock.rest()
    assert keeper_log(caplog) == [FAILS]
