"""The inbox of a running bot: writes updates down, has them answered in order, and notes that they are."""

import asyncio
import datetime as dt
import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.inbox.classmates import Classmates
from bot.inbox.core import Core, UndeliveredUpdateError, UnreadableUpdateError
from bot.inbox.lanes import Lanes
from bot.inbox.limits import Limits, Verdict, kind_of
from handlers.context import services_of
from handlers.watching import Watch
from knowledge.records.grouping import Grouping
from knowledge.records.inbox import Arriving, Waiting, adopt, claim, finish, set_aside, take_in
from knowledge.records.keeper import Keeper

logger = logging.getLogger(__name__)

# Chats that are answered at once: Telegram itself takes thirty messages a second.
AT_ONCE = 64
# Updates that wait in the process; more stay with Telegram, or in the database.
MOST_WAITING = 512
# An answer that could not be delivered is given again after a pause, for as long as an update is kept.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 5.0
OWED_SECONDS = 24 * 60 * 60.0
# What nobody waits for a moment later.
FLEETING = frozenset({"inline_query", "chosen_inline_result"})
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
        self._resumed = False
        self._resuming = asyncio.Lock()
        self._watch.waiting(lambda: self.lanes.waiting)
        services = services_of(self.core.application)
        self._limits = Limits(services.most_a_minute, services.most_a_minute_of_class)
        self._classmates = Classmates(self.core.class_of)

    async def take(self, updates: Iterable[Arriving]) -> None:
        """Write updates down, together; those that are new are then answered here, or by whoever claims them.

        Raises:
            SQLAlchemyError, OSError, TimeoutError: the database is away, and nothing is written down.
        """
        await asyncio.gather(*(self._taking.add(update) for update in updates))

    async def resume(self) -> int:
        """Take over what the processes before this one left, once; give how many that is."""
        async with self._resuming:
            if self._resumed:
                return 0
            left = await adopt(self._engine, self.worker, self._now())
            self._resumed = True
            return self._put(left)

    async def claim(self, *, of_the_gone: bool = True) -> int:
        """Take of what nobody has, as much as there is room for; give how many that is.

        What processes had that seem to be gone is left to them if not `of_the_gone`.
        """
        room = MOST_WAITING - self.lanes.waiting
        if room <= 0:
            return 0
        most = min(room, AT_ONCE)
        return self._put(await claim(self._engine, self.worker, most, self._now(), of_the_gone=of_the_gone))

    async def answer_at_once(self, updates: Iterable[Arriving]) -> None:
        """Answer updates that could not be written down, each chat's in order."""
        for update in updates:
            self.lanes.put(update.chat, Waiting(0, update.chat, update.content))
        await self.lanes.until_fewer_than(1)

    @property
    def _watch(self) -> Watch:
        return services_of(self.core.application).watch

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
        if self.alone:
            # After this one has written something down, what is left can't be told from what it answers.
            await self.resume()
        async with self._keeper.turn:
            new = await take_in(self._engine, updates, self._now(), self.worker if self.alone else None)
        self._put(new if self.alone else [])
        return [None] * len(updates)

    async def _answer(self, waiting: Waiting) -> None:
        began = asyncio.get_running_loop().time()
        try:
            await self._deal_with(waiting)
        except UnreadableUpdateError as error:
            logger.warning("an update can't be read (%s): it is set aside", error)
            await self._aside(waiting, str(error))
        except Exception as error:  # noqa: BLE001  (the lanes go on, whatever an update does)
            logger.error("an update could not be answered (%s)", type(error).__name__)  # noqa: TRY400
            await self._done(waiting)
        else:
            await self._done(waiting)
        self._watch.update(kind_of(waiting.content)[0], asyncio.get_running_loop().time() - began)

    async def _deal_with(self, waiting: Waiting) -> None:
        """Answer an update, unless there is too much of its kind."""
        school_class = await self._classmates.class_of(waiting.chat) if self._limits.counts_classes else None
        verdict, reason = self._limits.judge(waiting, self.lanes.waiting, school_class)
        if verdict is Verdict.ANSWER:
            await self._answer_until_delivered(waiting)
            return
        self._watch.held_back(reason)
        if verdict is Verdict.TELL:
            await self.core.tell_to_wait(waiting.chat, with_class=reason == "class")

    async def _answer_until_delivered(self, waiting: Waiting) -> None:
        """Answer an update, again while nothing gets through; its chat waits, and a restart goes on with it."""
        pause, until = FIRST_PAUSE, asyncio.get_running_loop().time() + OWED_SECONDS
        patient = kind_of(waiting.content)[0] not in FLEETING
        while True:
            try:
                await self.core.answer(json.loads(waiting.content))
            except UndeliveredUpdateError as error:
                if not patient or asyncio.get_running_loop().time() > until:
                    self._watch.held_back("undelivered")
                    return
                await asyncio.sleep(max(pause, error.again_after))
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return

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
        await self._taking.rest()
        await self._finishing.rest()
        for owed in [*self._owed][:1]:
            await self._finishing.add(owed)
