"""Messages that several processes on one database book."""

import asyncio
from pathlib import Path

import pytest

from knowledge.booking import Rule
from knowledge.records.outbound import book_shared, pause_all
from tests.support.records import engine_of, keeping

pytestmark = pytest.mark.postgresql
WANTED = {"all": Rule(3, 60.0)}


async def test_processes_share_what_may_be_sent(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as one, keeping(engine_of(tmp_path / "bot.db")) as other:
        await one.prepare()
        engines = [one.store.engine, other.store.engine] * 3
        waits = sorted([(await each)[0] for each in [book_shared(engine, [WANTED]) for engine in engines]])
        assert waits[:3] == [0.0, 0.0, 0.0]
        assert all(50 < wait <= 60 for wait in waits[3:])


async def test_who_books_at_the_same_time_gets_moments_of_their_own(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        groups = await asyncio.gather(*(book_shared(keeper.store.engine, [WANTED, WANTED]) for _ in range(3)))
        waits = sorted(wait for group in groups for wait in group)
        assert [wait == 0 for wait in waits] == [True] * 3 + [False] * 3


async def test_a_pause_is_everybodys(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as one, keeping(engine_of(tmp_path / "bot.db")) as other:
        await one.prepare()
        await pause_all(one.store.engine, 30.0)
        await pause_all(one.store.engine, 5.0)
        [wait] = await book_shared(other.store.engine, [WANTED])
        assert 20 < wait <= 30
