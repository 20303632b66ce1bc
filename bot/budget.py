"""Keeps what is sent within Telegram's limits, so that Telegram need not refuse it; what would be refused waits."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.delivery import is_answering
from knowledge.booking import Rule, Wanted, book
from knowledge.records.grouping import Grouping
from knowledge.records.outbound import book_shared, pause_all
from knowledge.records.pseudonyms import Pseudonyms

logger = logging.getLogger(__name__)

Chat: TypeAlias = int | str

# One a second to a chat, of which a few may come at once; to a group 20 a minute.
PER_CHAT = Rule(5, 5.0)
PER_GROUP = Rule(20, 60.0)
# All messages together are counted in stretches of so many: of a large limit in shorter ones.
AT_ONCE = 30
# What part of it the bot takes for what it sends of itself: who asks something now is to be answered meanwhile.
OWN_SHARE = 2 / 3
# How long it waits for the database to book; then it counts by itself for some time.
BOOKING_SECONDS, ALONE_SECONDS = 1.0, 10.0
# Chats that are remembered in the process before those are forgotten to which nothing went lately.
MOST_REMEMBERED = 5_000


class PausedError(Exception):
    """Telegram wants nothing for longer than a message can wait."""

    def __init__(self, seconds: float) -> None:
        """Take for how much longer, in seconds."""
        super().__init__()
        self.seconds = seconds


class Budget:
    """Lets messages go when their turn comes: `most` a second over all (0 for any number), and so many per chat.

    With an `engine`, which must be PostgreSQL's, all processes on it share one budget; while it is away each has its
    own. What is sent outside of any update goes one after another, with a share that leaves room for answers.
    `clock` tells seconds since 1970.
    """

    def __init__(
        self,
        most: float,
        engine: AsyncEngine | None = None,
        pseudonyms: Pseudonyms | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """Begin with nothing sent."""
        self._most = most
        self._engine = engine
        self._pseudonyms = pseudonyms
        self._clock = clock
        self._sleep = sleep
        self._booked: dict[str, list[float]] = {}
        self._paused_until = self._alone_until = 0.0
        self._own_turn = asyncio.Lock()
        self._shared: Grouping[Wanted, float] = Grouping(self._book_shared)

    async def message(self, chat: Chat, patience: float) -> None:
        """Wait until a message may go to a chat; after a refusal it waits for at most `patience` seconds.

        Raises:
            PausedError: that would be longer.
        """
        if is_answering():
            await self._turn(self._wanted(chat), patience)
            return
        async with self._own_turn:
            await self._turn(self._wanted(chat) | self._own, patience)

    async def edit(self, patience: float) -> None:
        """Wait until something may be changed: that counts for no limit, but no refusal is answered with a call.

        Raises:
            PausedError: that would be longer than `patience` seconds.
        """
        while (left := self._paused_until - self._clock()) > 0:
            if left > patience:
                raise PausedError(left)
            await self._sleep(left)

    async def pause(self, seconds: float) -> None:
        """Let nothing go for so many seconds, as Telegram wants it."""
        until = self._clock() + seconds
        if self._paused_until <= self._clock():
            logger.warning("Telegram takes no more messages for %.0f s: they wait", seconds)
        self._paused_until = max(self._paused_until, until)
        if self._engine is not None and self._most:
            try:
                await asyncio.wait_for(pause_all(self._engine, seconds), BOOKING_SECONDS)
            except Exception as error:  # noqa: BLE001  (whatever a database does, messages go out)
                self._go_alone(error)

    async def _turn(self, wanted: Wanted, patience: float) -> None:
        while True:
            await self.edit(patience)
            wait = await self._book(wanted) if self._most else 0.0
            if wait > 0:
                await self._sleep(wait)
            # What was booked before a pause is not worth anything after it: all would go at once.
            if self._paused_until <= self._clock():
                return

    async def _book(self, wanted: Wanted) -> float:
        if self._engine is not None and self._alone_until <= self._clock():
            try:
                return await self._shared.add(wanted)
            except Exception as error:  # noqa: BLE001
                self._go_alone(error)
        now = self._clock()
        if len(self._booked) > MOST_REMEMBERED:
            self._booked = {
                name: moments for name, moments in self._booked.items() if moments[-1] > now - PER_GROUP.seconds
            }
        return book(self._booked, wanted, now) - now

    async def _book_shared(self, wanted: Sequence[Wanted]) -> list[float]:
        assert self._engine is not None  # noqa: S101  (nobody comes here without)
        return await asyncio.wait_for(book_shared(self._engine, wanted), BOOKING_SECONDS)

    def _go_alone(self, error: Exception) -> None:
        if self._alone_until <= self._clock():
            logger.warning("the limits on sending can't be shared (%s): they are kept alone", type(error).__name__)
        self._alone_until = self._clock() + ALONE_SECONDS

    def _wanted(self, chat: Chat) -> dict[str, Rule]:
        name = self._pseudonyms.of(chat) if self._pseudonyms and isinstance(chat, int) else str(chat)
        group = not isinstance(chat, int) or chat < 0
        return {"all": _rule(self._most), name: PER_GROUP if group else PER_CHAT}

    @property
    def _own(self) -> dict[str, Rule]:
        return {"own": _rule(self._most * OWN_SHARE)}


def _rule(most: float) -> Rule:
    """Give the rule for so many a second, in stretches that have few enough to be looked through."""
    at_once = min(AT_ONCE, max(1, int(most)))
    return Rule(at_once, at_once / most) if most else Rule(1, 0.0)
