"""All that is kept, copied from one database into another."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Select, Table, text
from sqlalchemy.ext.asyncio import AsyncEngine

from knowledge.outcomes import Outcome
from knowledge.records.holdings import HOLDINGS
from knowledge.records.moving import MovingError, copy_all, rows_of
from knowledge.records.revisions import upgrade
from tests.support.lives import leaves_a_row_everywhere
from tests.support.records import change, engine_of, keeping
from tests.support.school import NOW, opened

SOMEBODY = 6_129_484_611_666_145


@pytest.fixture
async def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[AsyncEngine]:
    """A SQLite file that is not there yet."""
    engine = engine_of(tmp_path_factory.mktemp("elsewhere") / "copy.db")
    yield engine
    await engine.dispose()


async def emptied(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        for holding in HOLDINGS:
            await connection.execute(holding.rows.delete())


def in_order(table: Table) -> Select[tuple[object, ...]]:
    return table.select().order_by(*table.primary_key.columns)


async def everything(engine: AsyncEngine) -> dict[str, list[dict[str, object]]]:
    async with engine.connect() as connection:
        return {
            holding.name: [dict(row) for row in (await connection.execute(in_order(holding.rows))).mappings()]
            for holding in HOLDINGS
        }


async def test_every_row_goes_there_and_back_as_it_was(tmp_path: Path, elsewhere: AsyncEngine) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        engine = keeper.store.engine
        await leaves_a_row_everywhere(keeper, SOMEBODY, (await opened(keeper, 1)).id, NOW)
        await keeper.record(1, Outcome("fallback", "nl"), via="text", text="社会 🙂 \0 ' \\")
        before = await everything(engine)
        counts = await copy_all(engine, elsewhere)
        assert counts == {name: len(rows) for name, rows in before.items()} == await rows_of(elsewhere)
        assert await everything(elsewhere) == before
        await emptied(engine)
        await copy_all(elsewhere, engine)
        assert await everything(engine) == before


async def test_numbers_that_were_given_once_are_not_given_again(tmp_path: Path, elsewhere: AsyncEngine) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        ids = [(await opened(keeper)).id for _ in range(3)]
        change(tmp_path / "bot.db", f"DELETE FROM classes WHERE id <> {ids[0]}")  # noqa: S608
        await copy_all(keeper.store.engine, elsewhere)
        async with keeping(elsewhere) as copied:
            assert (await opened(copied)).id == ids[-1] + 1
            await emptied(keeper.store.engine)
            await copy_all(elsewhere, keeper.store.engine)
        assert (await opened(keeper)).id == ids[-1] + 2


async def test_what_is_not_empty_is_left_as_it_is(tmp_path: Path, elsewhere: AsyncEngine) -> None:
    async with keeping(elsewhere) as other, keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await other.record(1, Outcome("answer", "nl"), via="text")
        await keeper.record(2, Outcome("answer", "nl"), via="text")
        before = await everything(elsewhere)
        with pytest.raises(MovingError, match="not empty"):
            await copy_all(keeper.store.engine, elsewhere)
        assert await everything(elsewhere) == before


async def test_what_does_not_arrive_as_it_was_is_undone(tmp_path: Path, elsewhere: AsyncEngine) -> None:
    async with elsewhere.begin() as connection:
        await connection.run_sync(upgrade)
        await connection.execute(
            text(
                "CREATE TRIGGER spoil AFTER INSERT ON questions "
                "BEGIN UPDATE questions SET act = 'source' WHERE id = new.id; END"
            )
        )
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.record(2, Outcome("answer", "nl"), via="text")
        with pytest.raises(MovingError, match="questions: 1 rows arrived of 1, or not as they were"):
            await copy_all(keeper.store.engine, elsewhere)
    assert not any((await rows_of(elsewhere)).values())


async def test_a_database_without_tables_is_none_to_copy(tmp_path: Path, elsewhere: AsyncEngine) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with pytest.raises(MovingError, match="the database is at revision None"):
            await copy_all(elsewhere, keeper.store.engine)
