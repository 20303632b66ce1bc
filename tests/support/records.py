"""Keepers on real databases, with a clock that is moved by hand.

A path is that of a SQLite file, unless its folder, or the one above, points to a PostgreSQL database: see `point_to`.
"""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.database import open_engine
from knowledge.outcomes import Dialogue
from knowledge.records.conversations import Place
from knowledge.records.keeper import REST_SECONDS, Keeper
from knowledge.records.pseudonyms import KEY_BYTES, Pseudonyms
from knowledge.records.store import Store
from tests.support.postgres import Postgres

PSEUDONYMS = Pseudonyms(b"k" * KEY_BYTES)


@dataclass
class HandClock:
    """A monotonic clock that stands still until it is moved."""

    now: float = 1000.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now

    def rest(self) -> None:
        """Let the time pass for which a failing database is left alone."""
        self.now += REST_SECONDS


_POINTER = "postgresql.url"
# All rows go and numbers begin anew, whichever tables there are.
EMPTIED = """
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'
  LOOP EXECUTE format('DELETE FROM %I', each.tablename); END LOOP;
  FOR each IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
  LOOP PERFORM setval(each.sequencename::regclass, 1, false); END LOOP;
END $$
"""


def point_to(server: Postgres, database: str, folder: Path) -> None:
    """Let paths in a folder stand for one database of a PostgreSQL server."""
    (folder / _POINTER).write_text(server.url(database).render_as_string(), encoding="utf-8")


def postgres_of(path: Path) -> URL | None:
    """Give the address of the PostgreSQL database for which a path stands; None if it is a SQLite file."""
    pointers = (folder / _POINTER for folder in (path.parent, path.parent.parent))
    return next((make_url(pointer.read_text(encoding="utf-8")) for pointer in pointers if pointer.exists()), None)


def engine_of(path: Path) -> AsyncEngine:
    """Open a database as the bot does."""
    return open_engine(postgres_of(path) or URL.create("sqlite+aiosqlite", database=str(path)))


def kind_of(path: Path) -> str:
    """Name the kind of database for which a path stands: sqlite or postgresql."""
    url = postgres_of(path)
    return url.get_backend_name() if url else "sqlite"


def impatient_engine_of(path: Path) -> AsyncEngine:
    """Open a database, a SQLite file with SQLite's own journal, and don't wait for its locks."""
    if url := postgres_of(path):
        engine = open_engine(url)
        event.listen(engine.sync_engine, "connect", _wait_for_nothing)
        return engine
    return create_async_engine(f"sqlite+aiosqlite:///{path}", connect_args={"timeout": 0})


def _wait_for_nothing(connection: Any, _record: object) -> None:
    connection.cursor().execute("SET lock_timeout = '20ms'")
    connection.commit()


@asynccontextmanager
async def keeping(engine: AsyncEngine, clock: HandClock | None = None) -> AsyncIterator[Keeper]:
    """Keep records in a database for a while."""
    keeper = Keeper(Store(engine), PSEUDONYMS, clock or HandClock())
    try:
        yield keeper
    finally:
        await keeper.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock on a database that lets nobody else read or write."""
    if url := postgres_of(path):
        with Postgres(url.port or 0).locked(url.database or ""):
            yield
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """Read from a database over a connection of one's own."""
    if url := postgres_of(path):
        return Postgres(url.port or 0).rows(url.database or "", query)
    with closing(sqlite3.connect(path)) as other:
        return other.execute(query).fetchall()


def change(path: Path, statement: str) -> None:
    """Change a database behind the keeper's back."""
    if url := postgres_of(path):
        Postgres(url.port or 0).execute(url.database or "", statement)
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(statement)


def keeper_log(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Give what the keeper logged: level and sentence."""
    return [
        f"{record.levelname}: {record.getMessage()}"
        for record in caplog.records
        if record.name == "knowledge.records.keeper"
    ]


def put_in_the_way(path: Path) -> None:
    """Make a directory where the database should be."""
    path.mkdir()


def clear_the_way(path: Path) -> None:
    """Take it away again."""
    path.rmdir()


def delete(path: Path) -> None:
    """Delete a database with its log, which has its folder to itself."""
    for file in path.parent.iterdir():
        file.unlink()


async def standing(store: Store, place: Place) -> Dialogue | None:
    """Read where one conversation stands."""
    async with store.engine.connect() as connection:
        [dialogue] = await store.dialogues(connection, [place])
    return dialogue
