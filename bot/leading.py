"""What one process does for all: the commands are published, and what happens by the clock begins."""

import logging

from telegram.error import TelegramError

from handlers.class_notices import begin_sweeping
from handlers.commands import publish
from handlers.context import App, services_of
from handlers.daily_jobs import restore
from handlers.news import look_for_news

logger = logging.getLogger(__name__)


async def begin_to_lead(application: App) -> None:
    """Begin all that; what Telegram refuses is said in the log."""
    services = services_of(application)
    try:
        await publish(application.bot, services.library, services.phrasebook)
    except TelegramError as error:
        logger.warning("commands and descriptions could not be published: %s", type(error).__name__)
    await restore(application)
    look_for_news(application)
    begin_sweeping(application)
