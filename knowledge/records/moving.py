"""Copies all that is kept from one database into another, of whichever kind, and looks whether it arrived."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.records.holdings import HOLDINGS
from knowledge.records.revisions import newest_revision, revision_of, upgrade
from knowledge.records.texts import storable

# Rows in one statement.
_AT_ONCE = 500
_TABLES = tuple(holding.rows for holding in HOLDINGS)


class MovingError(Exception):
    """Nothing was moved; the message says why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How many rows a table has, and a number that is the same for the same rows in any order."""

    rows: int = 0
    digest: int = 0

    def __add__(self, other: "Contents") -> "Contents":
        """Put rows together."""
        return Contents(self.rows + other.rows, (self.digest + other.digest) % 2**256)


async def copy_all(source: AsyncEngine, target: AsyncEngine) -> Mapping[str, int]:
    """Copy every row as of one moment; give how many of which table. The target is all there or as it was.

    Raises:
        MovingError: the source is of another revision, the target is not empty, or what arrived is not what was sent.
    """
    async with source.connect() as reading, target.begin() as writing:
        await _at_one_moment(reading)
        revision = await reading.run_sync(revision_of)
        if revision != newest_revision():
            msg = f"the database is at revision {revision}, this version needs {newest_revision()}"
            raise MovingError(msg)
        await writing.run_sync(upgrade)
        if any([await counted(writing, table) for table in _TABLES]):
            msg = "the database to copy to is not empty"
            raise MovingError(msg)
        return {table.name: await _copy(reading, writing, table) for table in _TABLES}


async def rows_of(engine: AsyncEngine) -> Mapping[str, int]:
    """Count the rows of every table."""
    async with engine.connect() as connection:
        return {table.name: await counted(connection, table) for table in _TABLES}


async def counted(connection: AsyncConnection, table: Table) -> int:
    """Count the rows of a table."""
    return (await connection.execute(select(func.count()).select_from(table))).scalar_one()


async def _at_one_moment(connection: AsyncConnection) -> None:
    """See from now on what stands in the database now, whatever is written meanwhile."""
    if connection.dialect.name == "sqlite":
        await connection.execute(text("BEGIN"))
    else:
        await connection.execution_options(isolation_level="REPEATABLE READ")


async def _copy(reading: AsyncConnection, writing: AsyncConnection, table: Table) -> int:
    sent = Contents()
    async for part in (await reading.stream(select(table))).mappings().partitions(_AT_ONCE):
        rows = [dict(row) for row in part]
        sent += _contents(rows)
        await writing.execute(insert(table), rows)
    arrived = Contents()
    async for part in (await writing.stream(select(table))).mappings().partitions(_AT_ONCE):
        arrived += _contents([dict(row) for row in part])
    if sent != arrived:
        msg = f"{table.name}: {arrived.rows} rows arrived of {sent.rows}, or not as they were"
        raise MovingError(msg)
    if "id" in table.columns and isinstance(table.columns["id"].type, Integer):
        await _give_on(writing, table, await _last_given(reading, table))
    return sent.rows


def _contents(rows: list[dict[str, Any]]) -> Contents:
    return sum((Contents(1, _digest(row)) for row in rows), start=Contents())


def _digest(row: dict[str, Any]) -> int:
    held = {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}
    written = json.dumps(held, sort_keys=True, default=str).encode()
    return int.from_bytes(hashlib.sha256(written).digest())


async def _last_given(connection: AsyncConnection, table: Table) -> int:
    """Tell the highest number that a table ever gave to a row: it may be gone, and is not to be given again."""
    if connection.dialect.name == "postgresql":
        named = await connection.scalar(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table.name})
        query = text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {named}")  # noqa: S608
        return int(await connection.scalar(query) or 0)
    highest = int(await connection.scalar(select(func.max(table.columns["id"]))) or 0)
    if table.dialect_options["sqlite"]["autoincrement"]:
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
        return max(highest, int(await connection.scalar(query, {"table": table.name}) or 0))
    return highest


async def _give_on(connection: AsyncConnection, table: Table, last: int) -> None:
    """Let a table go on behind a number."""
    given = {"table": table.name, "last": last}
    if connection.dialect.name == "postgresql":
        if last:
            await connection.execute(text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)"), given)
    elif table.dialect_options["sqlite"]["autoincrement"]:
        await connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), {"table": table.name})
        await connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :last)"), given)
