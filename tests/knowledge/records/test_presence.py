"""Which processes are there, and which of them leads."""

from pathlib import Path

import pytest

from knowledge.records.presence import Presence
from tests.support.records import change, engine_of, keeping


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
