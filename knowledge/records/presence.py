"""One process among those that share a database: that it is there, and which of them leads."""

import asyncio
from dataclasses import dataclass, field
from secrets import randbelow

from sqlalchemy import BigInteger, cast, column, func, select, table, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from knowledge.records.inbox import WORKERS

# Of PostgreSQL's advisory lock that the leader holds; beside `WORKERS`.
LEADER = 4_127_003
_MOST = 2**31 - 1
_LOCKS = table("pg_locks", *map(column, ("locktype", "classid", "pid", "granted")))


@dataclass
class Presence:
    """The locks of one process. PostgreSQL drops them with its connection, so that none outlives the process.

    A SQLite file is used by one process, which leads. Every method may raise SQLAlchemyError.
    """

    engine: AsyncEngine
    worker: int = field(default_factory=lambda: 1 + randbelow(_MOST))
    _connection: AsyncConnection | None = field(default=None, init=False)
    # A connection does one thing at a time, and a second one would not hold the locks of the first.
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    @property
    def shared(self) -> bool:
        """Whether other processes may be there too."""
        return self.engine.dialect.name == "postgresql"

    async def enter(self) -> None:
        """Be there: what this process claims is its own from now on. If the connection was lost, be there anew."""
        if self.shared:
            async with self._turn:
                await self._enter()

    async def lead(self) -> bool:
        """Tell whether this process leads, which it does from now on if no other does."""
        if not self.shared:
            return True
        async with self._turn:
            await self._enter()
            return await self._holds(LEADER) or await self._lock("pg_try_advisory_lock", LEADER, 0)

    async def leave(self) -> None:
        """Be gone, for others to take over."""
        async with self._turn:
            await self._leave()

    async def _enter(self) -> None:
        try:
            if self._connection is None:
                self._connection = await self.engine.connect()
                # A transaction that does nothing would be ended by the server.
                await self._connection.execution_options(isolation_level="AUTOCOMMIT")
                await self._lock("pg_advisory_lock", WORKERS, self.worker)
            else:
                await self._connection.execute(text("SELECT 1"))
        except Exception:
            await self._leave()
            raise

    async def _leave(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            await connection.invalidate()
            await connection.close()

    async def _lock(self, function: str, group: int, number: int) -> bool:
        if self._connection is None:
            return False
        return await self._connection.scalar(text(f"SELECT {function}({group}, {number})")) is not False

    async def _holds(self, group: int) -> bool:
        held = select(_LOCKS.c.pid).where(_LOCKS.c.locktype == "advisory", _LOCKS.c.pid == func.pg_backend_pid())
        held = held.where(cast(_LOCKS.c.classid, BigInteger) == group, _LOCKS.c.granted)
        return self._connection is not None and await self._connection.scalar(held) is not None
