"""Wrong codes are counted within an hour from the first."""

import datetime as dt
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from knowledge.classes import MOST_TRIES, TRYING
from knowledge.records.tries import another_try, may_try
from tests.support.records import engine_of, keeping
from tests.support.school import NOW


async def test_a_few_tries_then_a_pause_that_ends_and_begins_anew(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        async with AsyncSession(keeper.store.engine) as session:
            for minute in range(MOST_TRIES):
                assert await may_try(session, "p", NOW + dt.timedelta(minutes=minute))
                await another_try(session, "p", NOW + dt.timedelta(minutes=minute))
            assert not await may_try(session, "p", NOW + TRYING - dt.timedelta(seconds=1))
            assert await may_try(session, "other", NOW)
            assert await may_try(session, "p", NOW + TRYING)
            await another_try(session, "p", NOW + TRYING)
            assert await may_try(session, "p", NOW + TRYING)
