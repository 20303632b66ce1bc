"""Messages that nobody just asked for: sent to a chat that wanted them, or not any more."""

import logging
from enum import Enum, auto

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.context import Services
from handlers.rendering import NO_PREVIEW
from handlers.replies import Reply
from knowledge.languages import Language

logger = logging.getLogger(__name__)


class UndeliveredError(NetworkError):
    """Telegram can't have got the call: there was no connection to send it over."""


class Delivery(Enum):
    """What became of a message: it was sent; it can be tried again; it can't; or the chat takes none any more.

    One that may have been sent counts as sent, since nobody is to get it twice.
    """

    SENT = auto()
    LATER = auto()
    FAILED = auto()
    GONE = auto()


async def deliver(bot: Bot, chat_id: int, reply: Reply) -> Delivery:
    """Send a message; tell what became of it."""
    try:
        await bot.send_message(
            chat_id,
            reply.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=reply.keyboard,
        )
    except TelegramError as error:
        delivery = what_became(error)
        if delivery is not Delivery.GONE:
            logger.warning("a message that was asked for could not be sent: %s", type(error).__name__)
        return delivery
    return Delivery.SENT


async def spoken_to(services: Services, chat_id: int) -> Language:
    """Give the language in which to write to a private chat that did not just write itself."""
    dialogue = await services.keeper.dialogue(chat_id)
    return services.library.spoken(dialogue.prior if dialogue else services.default_language)


def what_became(error: TelegramError) -> Delivery:
    """Tell what became of a message for which a call failed."""
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in error.message.lower()):
        return Delivery.GONE
    if isinstance(error, RetryAfter | UndeliveredError):
        return Delivery.LATER
    # To PTB a refused message is a kind of network error.
    unknown = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    return Delivery.SENT if unknown else Delivery.FAILED
