"""Does work in order within each lane, in several lanes at once, and holds up who brings too much."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lanes(Generic[Item]):
    """Lanes by number, such as that of a chat: what is in one is done in its order, `most` lanes at once.

    A lane gives way to the others after each item. `work` must raise nothing.
    """

    def __init__(self, work: Callable[[Item], Awaitable[None]], most: int) -> None:
        """Take what is done with an item, and how many lanes go on at once."""
        self._work = work
        self._most = most
        self._lanes: dict[int, deque[Item]] = {}
        self._ready: deque[int] = deque()
        self._running: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Condition()
        self.waiting = 0

    def put(self, lane: int, item: Item) -> None:
        """Put an item at the end of a lane; it is begun when its turn comes."""
        self.waiting += 1
        if lane in self._lanes:
            self._lanes[lane].append(item)
            return
        self._lanes[lane] = deque([item])
        self._ready.append(lane)
        if len(self._running) < self._most:
            task = asyncio.create_task(self._run())
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def until_fewer_than(self, number: int) -> None:
        """Wait until fewer items than this are waiting or being worked on."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.waiting < number)

    def drop(self) -> None:
        """Begin nothing more: what waits is forgotten, what is begun is finished."""
        for lane in self._lanes.values():
            self.waiting -= len(lane)
            lane.clear()

    async def _run(self) -> None:
        while self._ready:
            number = self._ready.popleft()
            lane = self._lanes[number]
            if lane:
                await self._do(lane.popleft())
            if lane:
                self._ready.append(number)
            else:
                del self._lanes[number]

    async def _do(self, item: Item) -> None:
        try:
            await self._work(item)
        finally:
            self.waiting -= 1
            async with self._changed:
                self._changed.notify_all()
