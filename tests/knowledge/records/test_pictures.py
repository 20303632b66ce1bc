"""Ids of pictures in the database: kept over a restart, replaced, forgotten, and done without."""

from pathlib import Path

from knowledge.records.pictures import file_id_of, forget_file_id, keep_file_id
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows


async def test_an_id_outlives_the_process_and_is_no_other_pictures(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_file_id(keeper, "a", "first")
        await keep_file_id(keeper, "a", "second")
    async with keeping(engine_of(path)) as keeper:
        assert await file_id_of(keeper, "a") == "second"
        assert await file_id_of(keeper, "b") is None
    assert rows(path, "SELECT digest, file_id FROM pictures") == [("a", "second")]


async def test_an_id_can_be_forgotten(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_file_id(keeper, "a", "first")
        await keep_file_id(keeper, "b", "other")
        await forget_file_id(keeper, "a")
        await forget_file_id(keeper, "never kept")
        assert (await file_id_of(keeper, "a"), await file_id_of(keeper, "b")) == (None, "other")


async def test_while_the_database_is_away_no_id_is_known(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keep_file_id(keeper, "a", "first")
        with locked(path):
            await keep_file_id(keeper, "a", "second")
        assert await file_id_of(keeper, "a") is None
