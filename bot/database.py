"""Opens the database and the key of its pseudonyms."""

from pathlib import Path
from sqlite3 import Connection
from typing import Any

from sqlalchemy import URL, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.keys import key_in
from knowledge.records.pseudonyms import Pseudonyms

# How long one statement waits for a lock; people wait as long for their answer.
BUSY_SECONDS = 1.0


def open_engine(url: URL) -> AsyncEngine:
    """Make an engine for a SQLite file with a write-ahead log; nothing connects until it is used."""
    engine = create_async_engine(url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _configure)
    event.listen(engine.sync_engine, "connect", _note_file)
    event.listen(engine.sync_engine, "checkout", _same_file)
    return engine


def _configure(connection: Connection, _record: Any) -> None:  # noqa: ANN401
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    # What is deleted is overwritten, not only forgotten.
    connection.execute("PRAGMA secure_delete=ON")


def _note_file(connection: Connection, record: ConnectionPoolEntry) -> None:
    record.info["file"] = _file_of(connection)
    record.info["inode"] = _inode(record.info["file"])


def _same_file(_connection: Connection, record: ConnectionPoolEntry, _proxy: object) -> None:
    """Refuse a connection to a file that was deleted or replaced: SQLite would go on writing where nobody reads."""
    if record.info["inode"] != _inode(record.info["file"]):
        raise DisconnectionError


def _file_of(connection: Connection) -> str:
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
