"""SQLite's connections: what they give is what SQLite gives, in one trip to their thread or none."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.sqlite import Connection


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Connection]:
    connection = Connection(str(tmp_path / "some.db"), 0.1)
    await connection
    yield connection
    await connection.close()


@contextmanager
def trips_of(connection: Connection) -> Iterator[list[Callable[[], None]]]:
    """List the trips to the thread."""
    trips: list[Callable[[], None]] = []
    go = connection.go

    async def noting(work: Callable[[], None]) -> None:
        trips.append(work)
        await go(work)

    connection.go = noting  # type: ignore[method-assign]
    yield trips
    connection.go = go  # type: ignore[method-assign]


async def run(connection: Connection, statement: str, *parameters: object) -> list[tuple[object, ...]]:
    cursor = await connection.cursor().execute(statement, parameters)
    rows: list[tuple[object, ...]] = await cursor.fetchall()
    await cursor.close()
    return rows


async def test_a_statement_brings_its_rows_their_names_and_how_many_it_changed(connection: Connection) -> None:
    await run(connection, "CREATE TABLE bees (name TEXT)")
    cursor = await connection.cursor().executemany("INSERT INTO bees VALUES (?)", [("ada",), ("bea",)])
    assert (cursor.rowcount, cursor.description) == (2, None)
    cursor = await connection.cursor().execute("SELECT name FROM bees ORDER BY name")
    assert [column[0] for column in cursor.description] == ["name"]
    assert await cursor.fetchall() == [("ada",), ("bea",)]
    assert await cursor.fetchall() == []


async def test_many_rows_come_bit_by_bit(connection: Connection) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) SELECT i FROM n"
    assert len(await run(connection, numbers)) == 3000
    cursor = await connection.cursor().execute(numbers)
    assert await cursor.fetchone() == (0,)
    found = [row[0] for row in await cursor.fetchmany(1500)]
    assert found == [*range(1, 1501)]
    assert [row[0] for row in await cursor.fetchall()] == [*range(1501, 3000)]
    assert await cursor.fetchone() is None
    cursor = await connection.cursor().execute(numbers)
    await cursor.close()
    assert await cursor.fetchmany(1) == []


async def test_what_was_begun_is_committed_or_rolled_back(connection: Connection) -> None:
    await run(connection, "CREATE TABLE bees (name TEXT)")
    for name, end in (("kept", connection.commit), ("lost", connection.rollback)):
        await run(connection, "INSERT INTO bees VALUES (?)", name)
        assert connection.in_transaction
        await end()
        assert not connection.in_transaction
    assert await run(connection, "SELECT name FROM bees") == [("kept",)]


async def test_an_error_is_sqlites_own_and_the_connection_goes_on(connection: Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await run(connection, "SELECT * FROM wasps")
    assert await run(connection, "SELECT 1") == [(1,)]


async def test_a_lock_of_another_is_waited_for_only_so_long(connection: Connection, tmp_path: Path) -> None:
    await run(connection, "CREATE TABLE bees (name TEXT)")
    other = sqlite3.connect(tmp_path / "some.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            await run(connection, "INSERT INTO bees VALUES ('late')")
    finally:
        other.close()
    await run(connection, "INSERT INTO bees VALUES ('in time')")


async def test_ends_with_its_process(connection: Connection) -> None:
    assert connection._thread.daemon


async def test_a_file_that_cannot_be_opened_is_told_and_leaves_no_thread(tmp_path: Path) -> None:
    connection = Connection(str(tmp_path / "nowhere" / "some.db"), 0.1)
    with pytest.raises(sqlite3.OperationalError):
        await connection
    assert not connection._thread.is_alive()


async def test_what_is_found_soon_is_read_where_it_is_asked_for(connection: Connection) -> None:
    await run(connection, "CREATE TABLE bees (name TEXT)")
    await run(connection, "INSERT INTO bees VALUES ('ada')")
    await connection.commit()
    with trips_of(connection) as trips:
        assert await run(connection, "SELECT name FROM bees") == [("ada",)]
    assert trips == []


async def test_what_takes_long_to_find_is_read_in_the_thread_so_that_nobody_waits(connection: Connection) -> None:
    long = (
        "SELECT count(*) FROM "
        "(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) SELECT i FROM n)"
    )
    with trips_of(connection) as trips:
        assert await run(connection, long) == [(100_000,)]
    assert len(trips) == 1
    assert await run(connection, "SELECT 1") == [(1,)]


async def test_what_is_read_within_a_transaction_comes_after_what_it_wrote(connection: Connection) -> None:
    await run(connection, "CREATE TABLE bees (name TEXT)")
    await run(connection, "INSERT INTO bees VALUES ('ada')")
    with trips_of(connection) as trips:
        assert await run(connection, "SELECT name FROM bees") == [("ada",)]
    assert len(trips) == 1


async def test_nothing_is_read_beside_what_was_given_up_and_is_still_done(connection: Connection) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def wait() -> None:
        begun.set()
        goes_on.wait(10)

    given_up = asyncio.create_task(connection.go(wait))
    await asyncio.to_thread(begun.wait)
    given_up.cancel()
    with trips_of(connection) as trips:
        reading = asyncio.create_task(run(connection, "SELECT 1"))
        await asyncio.sleep(0)
        assert not reading.done()
        goes_on.set()
        assert await reading == [(1,)]
    assert len(trips) == 1


async def test_an_error_in_what_is_read_at_once_leaves_nothing_behind(connection: Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await run(connection, "SELECT * FROM wasps")
    long = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) SELECT count(*) FROM n"
    assert await run(connection, long) == [(100_000,)]
