"""The inbox of a running bot: writes updates down, has them answered in order, and notes that they are."""

import asyncio
import datetime as dt
import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.inbox.core import Core, UnreadableUpdateError
from bot.inbox.grouping import Grouping
from bot.inbox.lanes import Lanes
from handlers.context import services_of
from knowledge.records.inbox import Arriving, Waiting, adopt, claim, finish, set_aside, take_in
from knowledge.records.keeper import Keeper

logger = logging.getLogger(__name__)

# Chats that are answered at once: Telegram itself takes thirty messages a second.
AT_ONCE = 64
# Updates that wait in the process; more stay with Telegram, or in the database.
MOST_WAITING = 512
# What a database raises that is away; the drivers let some of the system's errors through.
AWAY = (SQLAlchemyError, OSError, TimeoutError)


@dataclass
class Inbox:
    """Takes updates in for the process with number `worker`; `alone` if no other answers."""

    core: Core
    worker: int
    alone: bool = True
    lanes: Lanes[Waiting] = field(init=False)

    def __post_init__(self) -> None:
        """Make the lanes."""
        self.lanes = Lanes(self._answer, AT_ONCE)
        self._taking: Grouping[Arriving, None] = Grouping(self._take_in)
        self._finishing: Grouping[int, None] = Grouping(self._finish)
        self._owed: set[int] = set()

    async def take(self, updates: Iterable[Arriving]) -> None:
        """Write updates down, together; those that are new are then answered here, or by whoever claims them.

        Raises:
            SQLAlchemyError, OSError, TimeoutError: the database is away, and nothing is written down.
        """
        await asyncio.gather(*(self._taking.add(update) for update in updates))

    async def resume(self) -> int:
        """Take over what the processes before this one left; give how many that is."""
        return self._put(await adopt(self._engine, self.worker, self._now()))

    async def claim(self) -> int:
        """Take of what nobody has, as much as there is room for; give how many that is."""
        room = MOST_WAITING - self.lanes.waiting
        return self._put(await claim(self._engine, self.worker, min(room, AT_ONCE), self._now())) if room > 0 else 0

    async def answer_at_once(self, updates: Iterable[Arriving]) -> None:
        """Answer updates that could not be written down, each chat's in order."""
        for update in updates:
            self.lanes.put(update.chat, Waiting(0, update.chat, update.content))
        await self.lanes.until_fewer_than(1)

    @property
    def _keeper(self) -> Keeper:
        return services_of(self.core.application).keeper

    @property
    def _engine(self) -> AsyncEngine:
        return self._keeper.store.engine

    def _now(self) -> dt.datetime:
        return services_of(self.core.application).now()

    def _put(self, waiting: Sequence[Waiting]) -> int:
        for each in waiting:
            self.lanes.put(each.chat, each)
        return len(waiting)

    async def _take_in(self, updates: Sequence[Arriving]) -> list[None]:
        async with self._keeper.turn:
            new = await take_in(self._engine, updates, self._now(), self.worker if self.alone else None)
        self._put(new if self.alone else [])
        return [None] * len(updates)

    async def _answer(self, waiting: Waiting) -> None:
        try:
            await self.core.answer(json.loads(waiting.content))
        except UnreadableUpdateError as error:
            logger.warning("an update can't be read (%s): it is set aside", error)
            await self._aside(waiting, str(error))
        except Exception as error:  # noqa: BLE001  (the lanes go on, whatever an update does)
            logger.error("an update could not be answered (%s)", type(error).__name__)  # noqa: TRY400
            await self._done(waiting)
        else:
            await self._done(waiting)

    async def _aside(self, waiting: Waiting, error: str) -> None:
        if waiting.id:
            try:
                async with self._keeper.turn:
                    await set_aside(self._engine, waiting.id, error, self._now())
            except AWAY:
                self._owed.add(waiting.id)

    async def _done(self, waiting: Waiting) -> None:
        if waiting.id:
            try:
                await self._finishing.add(waiting.id)
            except AWAY:
                # Answered it is: the next that can be noted takes it along.
                self._owed.add(waiting.id)

    async def _finish(self, ids: Sequence[int]) -> list[None]:
        owed = {*self._owed}
        async with self._keeper.turn:
            await finish(self._engine, {*ids, *owed}, self._now())
        self._owed -= owed
        return [None] * len(ids)

    async def settle(self) -> None:
        """Note what is answered and could not be noted yet, if the database lets it."""
        if self._owed:
            await self._finishing.add(self._owed.pop())
