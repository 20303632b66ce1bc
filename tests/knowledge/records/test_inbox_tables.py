"""The table of updates: while one waits it is known whose it is, and afterwards only that it came."""

import datetime as dt
from pathlib import Path

from knowledge.records.inbox import Arriving, finish, take_in
from tests.support.records import engine_of, keeping, rows

NOW = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)
WHAT = "SELECT update_id, chat_id, person_id, content FROM inbox"


async def test_what_an_update_says_goes_when_it_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        await keeper.prepare()
        [waiting] = await take_in(keeper.store.engine, [Arriving(2**40, -(2**60), 7, '{"x": 1}')], NOW, 1)
        assert rows(path, WHAT) == [(2**40, -(2**60), 7, '{"x": 1}')]
        await finish(keeper.store.engine, {waiting.id}, NOW)
        assert rows(path, WHAT) == [(2**40, None, None, None)]


async def test_an_update_has_one_place_however_often_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        await keeper.prepare()
        for _ in range(3):
            await take_in(keeper.store.engine, [Arriving(5, 1, 1, "{}")] * 2, NOW, 1)
        assert rows(path, "SELECT count(*) FROM inbox") == [(1,)]
