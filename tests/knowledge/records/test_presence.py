"""Which processes are there, and which of them leads."""

import asyncio
from pathlib import Path

import pytest

from knowledge.records.inbox import WORKERS
from knowledge.records.presence import LEADER, Presence
from tests.support.records import change, engine_of, keeping, rows


@pytest.mark.sqlite
async def test_whoever_has_the_file_leads(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        presence = Presence(keeper.store.engine)
        await presence.enter()
        assert not presence.shared
        assert await presence.lead()
        await presence.leave()


@pytest.mark.postgresql
async def test_one_leads_until_it_leaves(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        one, other = Presence(keeper.store.engine), Presence(keeper.store.engine)
        assert one.shared
        assert [await one.lead(), await other.lead(), await one.lead()] == [True, False, True]
        await one.leave()
        assert [await other.lead(), await one.lead()] == [True, False]
        await one.leave()
        await other.leave()


@pytest.mark.postgresql
async def test_who_is_asked_from_all_sides_at_once_is_there_once(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        presence = Presence(keeper.store.engine)
        await asyncio.gather(*(ask() for _ in range(5) for ask in (presence.enter, presence.lead)))
        held = rows(tmp_path / "bot.db", "SELECT classid::int, objid::int FROM pg_locks WHERE locktype = 'advisory'")
        assert sorted(held) == [(WORKERS, presence.worker), (LEADER, 0)]
        await presence.leave()


@pytest.mark.postgresql
async def test_who_loses_the_connection_has_to_begin_anew(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        one, other = Presence(keeper.store.engine), Presence(keeper.store.engine)
        assert await one.lead()
        change(
            tmp_path / "bot.db",
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()",
        )
        assert await other.lead()
        with pytest.raises(Exception, match="closed"):
            await one.lead()
        assert not await one.lead()
        await one.leave()
        await other.leave()
