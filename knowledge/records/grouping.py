"""Writes what many bring at once in one go: a transaction costs the same for one row and for a hundred."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# In one go.
MOST = 100


class Grouping(Generic[Item, Result]):
    """Gathers items while the write before them goes on; each gets its own result, or the error of its group."""

    def __init__(self, write: Callable[[Sequence[Item]], Awaitable[Sequence[Result]]]) -> None:
        """Take what writes a group, and gives a result for each in it."""
        self._write = write
        self._gathered: list[tuple[Item, asyncio.Future[Result]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def add(self, item: Item) -> Result:
        """Have an item written; what writing raises is raised here."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._gathered.append((item, done))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await done

    async def rest(self) -> None:
        """Wait until what was brought is written, or could not be, also for those who wait for it no longer."""
        if self._writing:
            await asyncio.wait([self._writing])

    async def _write_all(self) -> None:
        while self._gathered:
            group, self._gathered = self._gathered[:MOST], self._gathered[MOST:]
            try:
                results = await self._write([item for item, _ in group])
            except Exception as error:  # noqa: BLE001  (whatever it is, it is told to who waits)
                self._tell(group, error)
            else:
                for (_, done), result in zip(group, results, strict=True):
                    if not done.done():
                        done.set_result(result)
        self._writing = None

    @staticmethod
    def _tell(group: Sequence[tuple[Item, asyncio.Future[Result]]], error: Exception) -> None:
        for _, done in group:
            if not done.done():
                done.set_exception(error)
