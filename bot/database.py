"""Opens the database, SQLite or PostgreSQL, and the key of its pseudonyms."""

import sqlite3
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import URL, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.keys import key_in
from bot.sqlite import Connection
from knowledge.records.pseudonyms import Pseudonyms
from knowledge.records.texts import storable

# What a URL of a database may begin with.
DRIVERS = frozenset({"sqlite+aiosqlite", "postgresql+asyncpg"})
# How long one statement waits for a lock or a free connection; people wait as long for their answer.
BUSY_SECONDS = 1.0
# A server that is reached at all is reached sooner.
CONNECT_SECONDS = 3.0
# No statement of one person takes longer; sweeping and moving are in pieces that don't either.
STATEMENT_SECONDS = 10.0
# Of pages that each connection to a SQLite file keeps; the system keeps the file's own in memory anyway.
CACHE_KILOBYTES = 512
# Of one process to PostgreSQL, whose own limit is 100 for all processes together.
CONNECTIONS = 16


def open_engine(url: URL) -> AsyncEngine:
    """Make an engine for a database; nothing connects until it is used.

    Characters that one of them refuses are replaced on both, so that a text reads alike wherever it is kept.
    """
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
    event.listen(engine.sync_engine, "before_cursor_execute", _as_held, retval=True)
    return engine


def _sqlite(url: URL) -> AsyncEngine:
    """Make an engine for a SQLite file with a write-ahead log."""
    file = url.database or ":memory:"

    async def connect() -> aiosqlite.Connection:
        return await Connection(file, BUSY_SECONDS)

    engine = create_async_engine(url, async_creator=connect, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _configure)
    event.listen(engine.sync_engine, "connect", _note_file)
    event.listen(engine.sync_engine, "checkout", _same_file)
    return engine


def _postgresql(url: URL) -> AsyncEngine:
    """Make an engine for a PostgreSQL server; a connection that the server dropped is noticed before it is used."""
    return create_async_engine(
        url,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": STATEMENT_SECONDS,
            "server_settings": {
                "application_name": "nuancebot",
                "timezone": "UTC",
                "lock_timeout": f"{BUSY_SECONDS * 1000:.0f}",
                "idle_in_transaction_session_timeout": f"{STATEMENT_SECONDS * 1000:.0f}",
            },
        },
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
    )


def _as_held(
    _connection: object,
    _cursor: object,
    statement: str,
    parameters: Any,  # noqa: ANN401
    _context: object,
    _executemany: bool,  # noqa: FBT001
) -> tuple[str, Any]:
    """Replace what a database refuses in texts that are to be written or looked for."""
    if isinstance(parameters, list):
        return statement, [_held(values) for values in parameters]
    return statement, _held(parameters)


def _held(values: Any) -> Any:  # noqa: ANN401
    if isinstance(values, dict):
        return {name: _text_held(value) for name, value in values.items()}
    return tuple(map(_text_held, values))


def _text_held(value: object) -> object:
    return storable(value) if isinstance(value, str) else value


def _configure(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA cache_size=-{CACHE_KILOBYTES}")
    # What is deleted is overwritten, not only forgotten.
    connection.execute("PRAGMA secure_delete=ON")


def _note_file(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    record.info["file"] = _file_of(connection)
    record.info["inode"] = _inode(record.info["file"])


def _same_file(_connection: Connection, record: ConnectionPoolEntry, _proxy: object) -> None:
    """Refuse a connection to a file that was deleted or replaced: SQLite would go on writing where nobody reads."""
    if record.info["inode"] != _inode(record.info["file"]):
        raise DisconnectionError


def _file_of(connection: sqlite3.Connection) -> str:
    cursor = connection.cursor()
    cursor.execute("PRAGMA database_list")
    rows: list[tuple[int, str, str]] = cursor.fetchall()
    cursor.close()
    return rows[0][2]


def _inode(file: str) -> int | None:
    try:
        return Path(file).stat().st_ino
    except OSError:
        return None


def pseudonyms_in(folder: Path) -> Pseudonyms:
    """Give the pseudonyms of the key in `folder`; without one that is kept, conversations are new after a restart."""
    return Pseudonyms(key_in(folder, "pseudonym.key", "chats are new"))
