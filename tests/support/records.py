"""Keepers on real SQLite files, with a clock that is moved by hand."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.database import open_engine
from knowledge.records.keeper import REST_SECONDS, Keeper
from knowledge.records.pseudonyms import KEY_BYTES, Pseudonyms
from knowledge.records.store import Store

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


def engine_of(path: Path) -> AsyncEngine:
    """Open a database as the bot does."""
    return open_engine(URL.create("sqlite+aiosqlite", database=str(path)))


def impatient_engine_of(path: Path) -> AsyncEngine:
    """Open a database with SQLite's own journal, and don't wait for its locks."""
    return create_async_engine(f"sqlite+aiosqlite:///{path}", connect_args={"timeout": 0})


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
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """Read from a database over a connection of one's own."""
    with closing(sqlite3.connect(path)) as other:
        return other.execute(query).fetchall()


def change(path: Path, statement: str) -> None:
    """Change a database behind the keeper's back."""
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
