"""Serves Telegram until told to stop; what was fetched by then is still answered."""

import asyncio
import logging
import signal
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from telegram.error import InvalidToken, NetworkError

from bot.inbox.polling import unless
from bot.refresh import Refresher
from handlers.context import App, Services

logger = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0


class Shell(Protocol):
    """Brings the updates of a bot that has started, until told to stop."""

    async def run(self, stop: asyncio.Event) -> None:
        """Bring them, and have them answered."""


async def serve(
    application: App,
    services: Services,
    refresher: Refresher,
    web: AbstractAsyncContextManager[object],
    shell: Shell,
) -> None:
    """Serve until SIGTERM or SIGINT; meanwhile `refresher` takes over changes of the pack, and `web` serves pages.

    Raises:
        InvalidToken: Telegram does not know the token.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        await services.keeper.prepare()
        async with web:
            if await _reach_telegram(application, stop):
                await _run(application, refresher, shell, stop)
                await application.shutdown()
    finally:
        # An application that did not come to be initialised does not close it.
        await application.bot.request.shutdown()
        await services.keeper.close()
    logger.info("stopped")


async def _reach_telegram(application: App, stop: asyncio.Event) -> bool:
    """Try until Telegram answers; False if told to stop before it did."""
    pause = FIRST_PAUSE
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except NetworkError as error:
            logger.warning("Telegram can't be reached (%s); trying again in %.0f s", type(error).__name__, pause)
            await unless(stop, asyncio.sleep(pause))
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return True
    return False


async def _run(application: App, refresher: Refresher, shell: Shell, stop: asyncio.Event) -> None:
    await application.start()
    watching = asyncio.create_task(refresher.watch())
    try:
        await shell.run(stop)
    finally:
        watching.cancel()
        await asyncio.wait([watching])
        await application.stop()
