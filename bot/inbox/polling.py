"""The shell that fetches updates: each is written down before Telegram is told that it came."""

import asyncio
import json
import logging
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlencode

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.inbox.box import AWAY, MOST_WAITING, Inbox
from bot.inbox.raw import arriving
from handlers.registry import ALLOWED_UPDATES
from knowledge.records.inbox import Arriving

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

# How long Telegram holds a call open while there is nothing, after a call that failed not at all, as the next may only
# be waiting for a server that is gone, and how much longer an answer may take to come.
HELD_SECONDS, HELD_AFTER_FAILURE = 30, 0
EXTRA_SECONDS = 4
MOST_AT_ONCE = 100
# People are to be answered within five seconds when it is over: after this and the longest that an answer may take.
PAUSE = 1.0
# Each try to write to a locked file takes a second, and people wait for it.
REST_SECONDS = 5.0


@dataclass
class Poller:
    """Fetches updates into an inbox."""

    inbox: Inbox
    _offset: int = field(default=0, init=False)
    _away: bool = field(default=False, init=False)
    _resting_until: float = field(default=0.0, init=False)

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch until told to stop.

        Raises:
            InvalidToken: Telegram does not know the token any more.
        """
        failures = 0
        while not stop.is_set():
            await unless(stop, self.inbox.lanes.until_fewer_than(MOST_WAITING))
            try:
                raws = await unless(stop, self._fetch(HELD_AFTER_FAILURE if failures else HELD_SECONDS))
            except InvalidToken:
                raise
            except (TelegramError, ValueError, RecursionError) as error:
                if not failures:
                    logger.warning("updates can't be fetched (%s): trying until they can", type(error).__name__)
                failures += 1
                await unless(stop, asyncio.sleep(_asked_pause(error) or PAUSE))
            else:
                if failures:
                    logger.warning("updates are fetched again, after %d tries", failures + 1)
                failures = 0
                await self._take(raws or [])
        await self._acknowledge()

    async def _fetch(self, seconds: int) -> list[Any]:
        bot = self.inbox.core.application.bot
        asked = {
            "offset": self._offset,
            "limit": MOST_AT_ONCE,
            "timeout": seconds,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        # As bytes: the library would parse all of them or none.
        body = await bot.request.retrieve(
            f"{bot.base_url}/getUpdates?{urlencode(asked)}", read_timeout=seconds + EXTRA_SECONDS
        )
        answer = json.loads(body.decode("utf-8", "replace"))
        result = answer.get("result") if isinstance(answer, dict) else None
        if not isinstance(result, list):
            msg = "an answer without a result"
            raise ValueError(msg)  # noqa: TRY004  (what comes from outside is no type of ours)
        return result

    async def _take(self, raws: Sequence[Any]) -> None:
        updates = [update for raw in raws if (update := arriving(raw))]
        if len(updates) < len(raws):
            logger.warning("%d of %d updates have no number: they are passed over", len(raws) - len(updates), len(raws))
        if not updates:
            # Whatever that was, it comes again at once.
            await asyncio.sleep(PAUSE if raws else 0)
            return
        await self._keep(updates)
        self._offset = updates[-1].update_id + 1

    async def _keep(self, updates: list[Arriving]) -> None:
        """Write them down; while the database is away, answer them before Telegram is told that they came."""
        clock = asyncio.get_running_loop().time
        if clock() < self._resting_until:
            await self.inbox.answer_at_once(updates)
            return
        try:
            await self.inbox.take(updates)
        except AWAY:
            self._resting_until = clock() + REST_SECONDS
            if not self._away:
                logger.warning("updates can't be written down: they are answered one by one until they can")
            self._away = True
            await self.inbox.answer_at_once(updates)
            return
        if self._away:
            logger.warning("updates are written down again")
        self._away = False

    async def _acknowledge(self) -> None:
        """Tell Telegram of the last ones, so that it does not bring them again."""
        if self._offset:
            try:
                await self._fetch(0)
            except (TelegramError, ValueError) as error:
                logger.info("Telegram was not told of the last updates (%s)", type(error).__name__)


def _asked_pause(error: Exception) -> float | None:
    if isinstance(error, RetryAfter):
        # The public name warns that it will be of another type one day.
        return error._retry_after.total_seconds()  # noqa: SLF001
    return None


async def unless(stop: asyncio.Event, work: Coroutine[Any, Any, Result]) -> Result | None:
    """Do something unless told to stop before it is done; None if told."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)
