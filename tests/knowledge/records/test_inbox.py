"""Updates are written down once, in order, and what they said goes when they are answered."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from knowledge.records.inbox import (
    GIVEN_UP,
    MOST_TRIES,
    WORKERS,
    Arriving,
    adopt,
    claim,
    finish,
    set_aside,
    take_in,
    waiting_and_aside,
)
from knowledge.records.sweeping import sweep
from knowledge.retention import USUAL
from tests.support.records import engine_of, keeping, rows
from tests.support.school import NOW


def arriving(update_id: int, chat: int = 1) -> Arriving:
    return Arriving(update_id, chat, chat, f'{{"update_id": {update_id}, "text": "words \\ud800"}}')


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A database whose tables are there."""
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        yield keeper.store.engine


async def test_what_comes_is_written_down_once_in_its_order(engine: AsyncEngine) -> None:
    first = await take_in(engine, [arriving(7), arriving(5, chat=2)], NOW, worker=1)
    assert [(each.chat, each.content) for each in first] == [(1, arriving(7).content), (2, arriving(5).content)]
    again = await take_in(engine, [arriving(7), arriving(9), arriving(9)], NOW, worker=1)
    assert [each.content for each in again] == [arriving(9).content]
    assert first[-1].id < again[0].id


async def test_of_what_is_answered_only_the_key_stays(engine: AsyncEngine, tmp_path: Path) -> None:
    [waiting] = await take_in(engine, [arriving(7)], NOW, worker=1)
    await finish(engine, [waiting.id], NOW)
    assert rows(tmp_path / "bot.db", "SELECT update_id, chat_id, person_id, content, worker FROM inbox") == [
        (7, None, None, None, None)
    ]
    assert await take_in(engine, [arriving(7)], NOW, worker=1) == []
    assert await waiting_and_aside(engine) == (0, 0)
    assert await adopt(engine, 2, NOW) == []


async def test_after_a_day_a_number_may_come_again(engine: AsyncEngine, tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await take_in(engine, [arriving(7)], NOW, worker=1)
        await sweep(keeper, USUAL, NOW + dt.timedelta(hours=23))
        assert await take_in(engine, [arriving(7)], NOW, worker=1) == []
        await sweep(keeper, USUAL, NOW + dt.timedelta(hours=24))
        assert len(await take_in(engine, [arriving(7)], NOW, worker=1)) == 1


async def test_what_a_process_left_is_taken_over_in_its_order(engine: AsyncEngine) -> None:
    left = await take_in(engine, [arriving(3), arriving(1), arriving(2)], NOW, worker=1)
    await finish(engine, [left[0].id], NOW)
    assert await adopt(engine, 2, NOW) == left[1:]


async def test_what_ends_the_process_time_and_again_is_given_up(engine: AsyncEngine, tmp_path: Path) -> None:
    await take_in(engine, [arriving(3)], NOW, worker=1)
    for worker in range(2, MOST_TRIES + 1):
        assert len(await adopt(engine, worker, NOW)) == 1
    assert await adopt(engine, MOST_TRIES + 1, NOW) == []
    assert rows(tmp_path / "bot.db", "SELECT error FROM inbox") == [(GIVEN_UP,)]
    assert await waiting_and_aside(engine) == (0, 1)


async def test_what_can_not_be_read_is_set_aside_with_its_error(engine: AsyncEngine, tmp_path: Path) -> None:
    [waiting] = await take_in(engine, [arriving(3)], NOW, worker=1)
    await set_aside(engine, waiting.id, "KeyError" * 20, NOW)
    assert rows(tmp_path / "bot.db", "SELECT error, content FROM inbox") == [
        (("KeyError" * 20)[:64], arriving(3).content.replace("\ud800", "?"))
    ]
    assert await adopt(engine, 2, NOW) == []


@asynccontextmanager
async def alive(engine: AsyncEngine, worker: int) -> AsyncIterator[None]:
    async with engine.connect() as connection:
        await connection.execute(text(f"SELECT pg_advisory_lock({WORKERS}, {worker})"))
        yield
        await connection.execute(text(f"SELECT pg_advisory_unlock({WORKERS}, {worker})"))


@pytest.mark.postgresql
async def test_of_several_processes_each_claims_what_nobody_has_and_keeps_the_order_of_a_chat(
    engine: AsyncEngine,
) -> None:
    await take_in(engine, [arriving(1), arriving(2), arriving(3, chat=2)], NOW, worker=None)
    async with alive(engine, 1), alive(engine, 2):
        first = await claim(engine, 1, 10, NOW)
        assert [each.chat for each in first] == [1, 2]
        assert await claim(engine, 2, 10, NOW) == []
        [second] = await claim(engine, 1, 10, NOW)
        assert second.chat == 1
        await take_in(engine, [arriving(4), arriving(5, chat=3)], NOW, worker=None)
        assert [each.chat for each in await claim(engine, 2, 10, NOW)] == [3]
    async with alive(engine, 2):
        assert await claim(engine, 2, 10, NOW, of_the_gone=False) == []
        # Of the other only what it left is there; it goes on with the first of each chat.
        assert [each.id for each in await claim(engine, 2, 10, NOW)] == [each.id for each in first]
        assert [each.id for each in await claim(engine, 2, 10, NOW)] == [second.id]


@pytest.mark.postgresql
async def test_what_is_claimed_by_many_at_once_is_claimed_once(engine: AsyncEngine) -> None:
    await take_in(engine, [replace(arriving(number), chat=number) for number in range(1, 101)], NOW, worker=None)

    async def work(worker: int) -> list[int]:
        async with alive(engine, worker):
            found = []
            while claimed := await claim(engine, worker, 7, NOW):
                found += [each.id for each in claimed]
            await asyncio.sleep(0.1)
            return found

    shares = await asyncio.gather(*(work(worker) for worker in range(1, 5)))
    claimed = [number for share in shares for number in share]
    assert len(claimed) == len({*claimed}) == 100
