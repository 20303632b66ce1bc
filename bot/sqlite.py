"""SQLite's connections, each with a thread of its own: one trip there for a statement, where aiosqlite takes four.

A trip costs a tenth of a millisecond, and, while the process is busy, waits for its turn. What only reads, and finds
what it looks for in less, is not sent there: a log that is written ahead keeps no reader waiting.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import Any, Self

import aiosqlite

# Rows that are brought at once.
AT_ONCE = 1_000
# How many steps of its machine SQLite may take to find something where it is asked for, at most some two milliseconds.
STEPS = 20_000
# What aiosqlite asks for and only its own cursors use.
_CHUNK = 64


class Cursor:
    """What SQLAlchemy expects of an aiosqlite cursor; a statement brings its first rows along, most often all."""

    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        """Take the connection; nothing is opened yet."""
        self._connection = connection
        self._open: sqlite3.Cursor | None = None
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        """Begin."""
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        """Run a statement."""
        reads = statement.startswith("SELECT")
        await self._connection.run(lambda opened: self._take(opened.execute(statement, parameters)), reads=reads)
        return self

    async def executemany(self, statement: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """Run a statement for each of many parameters."""
        await self._connection.run(lambda opened: self._take(opened.executemany(statement, parameters)))
        return self

    async def fetchall(self) -> list[Any]:
        """Give the rows that are left."""
        while self._open:
            await self._more(self._open)
        rows, self._rows = self._rows, []
        return rows

    async def fetchmany(self, size: int) -> list[Any]:
        """Give up to so many of the rows that are left."""
        while self._open and len(self._rows) < size:
            await self._more(self._open)
        rows, self._rows = self._rows[:size], self._rows[size:]
        return rows

    async def fetchone(self) -> Any:  # noqa: ANN401
        """Give the next row; None if none is left."""
        return next(iter(await self.fetchmany(1)), None)

    async def close(self) -> None:
        """Forget what was not asked for."""
        self._rows = []
        if self._open:
            opened, self._open = self._open, None
            await self._connection.go(opened.close)

    async def _more(self, opened: sqlite3.Cursor) -> None:
        await self._connection.go(lambda: self._fetch(opened))

    def _take(self, opened: sqlite3.Cursor) -> None:
        self.description, self.rowcount, self.lastrowid = opened.description, opened.rowcount, opened.lastrowid
        self._rows = []
        self._fetch(opened)

    def _fetch(self, opened: sqlite3.Cursor) -> None:
        found = opened.fetchmany(AT_ONCE) if self.description else []
        self._rows += found
        self._open = opened if len(found) == AT_ONCE else None
        if self._open is None:
            opened.close()


class Connection(aiosqlite.Connection):
    """A connection with such cursors, that goes nowhere to end a transaction that was not begun."""

    def __init__(self, file: str, busy_seconds: float) -> None:
        """Take the file, and for how long a statement waits for another's lock; opened when it is awaited."""
        super().__init__(lambda: sqlite3.connect(file, timeout=busy_seconds, check_same_thread=False), _CHUNK)
        self._trips = 0
        # A process may end while it is open.
        self._thread.daemon = True

    def __await__(self) -> Generator[Any, None, Self]:
        """Open it.

        Raises:
            sqlite3.Error: the file can't be opened.
        """
        self._thread.start()
        return self._opened().__await__()

    async def _opened(self) -> Self:
        try:
            await self._connect()
        except BaseException:
            # The thread tells the event loop that it ends, which must not have ended before.
            await asyncio.to_thread(self._thread.join)
            raise
        return self

    def cursor(self) -> Any:  # noqa: ANN401  (a cursor of aiosqlite, as far as SQLAlchemy looks)
        """Give a cursor."""
        return Cursor(self)

    async def run(self, work: Callable[[sqlite3.Cursor], None], *, reads: bool = False) -> None:
        """Work with a new cursor; it is closed after an error.

        It is done in the connection's own thread, but what only `reads` at once, if that takes no time.
        """

        def working() -> None:
            opened = self._conn.cursor()
            try:
                work(opened)
            except BaseException:
                opened.close()
                raise

        # What was given up may be in the thread still.
        if reads and not self._trips and not self.in_transaction and self._done_soon(working):
            return
        await self.go(working)

    def _done_soon(self, work: Callable[[], None]) -> bool:
        """Read something here; False if it would take long, as if nothing had been done."""
        self._conn.set_progress_handler(_enough, STEPS)
        try:
            work()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return False
        finally:
            self._conn.set_progress_handler(None, STEPS)
        return True

    async def go(self, work: Callable[[], None]) -> None:
        """Do something in the connection's own thread."""

        def working() -> None:
            try:
                work()
            finally:
                self._trips -= 1

        self._trips += 1
        await self._execute(working)  # type: ignore[no-untyped-call]

    async def commit(self) -> None:
        """Commit, if something was begun."""
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        """Roll back, if something was begun."""
        if self.in_transaction:
            await super().rollback()


def _enough() -> bool:
    """Break off whatever is being done."""
    return True
