"""Serves Telegram by long polling, until told to stop; what was fetched by then is still answered."""

import asyncio
import logging
import signal
from contextlib import AbstractAsyncContextManager

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.refresh import Refresher
from handlers.class_notices import begin_sweeping
from handlers.commands import publish
from handlers.context import App, Services
from handlers.daily_jobs import restore
from handlers.news import look_for_news
from handlers.registry import ALLOWED_UPDATES

logger = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0


async def serve(
    application: App, services: Services, refresher: Refresher, web: AbstractAsyncContextManager[object]
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
            reached = await _reach_telegram(application, stop)
            if reached:
                await _poll(application, services, refresher, stop)
        # Only now: until the pages end somebody may be answered there.
        if reached:
            await application.shutdown()
    finally:
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
            await _pause(stop, pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return True
    return False


async def _poll(application: App, services: Services, refresher: Refresher, stop: asyncio.Event) -> None:
    updater = application.updater
    if updater is None:
        msg = "an application without an updater can't poll"
        raise TypeError(msg)
    try:
        await publish(application.bot, services.library, services.phrasebook)
    except TelegramError as error:
        logger.warning("commands and descriptions could not be published: %s", type(error).__name__)
    await restore(application)
    look_for_news(application)
    begin_sweeping(application)
    await application.start()
    await updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1)
    logger.info("serving Telegram as @%s; stop with Ctrl-C", application.bot.username)
    watching = asyncio.create_task(refresher.watch())
    await stop.wait()
    watching.cancel()
    await asyncio.wait([watching])
    await updater.stop()
    await application.stop()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
