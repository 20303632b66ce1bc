"""Messages that nobody just asked for: sent to a chat that wanted them, or not any more."""

import logging
from enum import Enum, auto

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.replies import Reply

logger = logging.getLogger(__name__)


class Delivery(Enum):
    """What became of a message: it was sent; it can be tried again; it can't; or the chat takes none any more."""

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
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=reply.keyboard,
        )
    except TelegramError as error:
        delivery = _what_became(error)
        if delivery is not Delivery.GONE:
            logger.warning("a message that was asked for could not be sent: %s", type(error).__name__)
        return delivery
    return Delivery.SENT


def _what_became(error: TelegramError) -> Delivery:
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in error.message.lower()):
        return Delivery.GONE
    # To PTB a refused message is a kind of network error.
    again = isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest)
    return Delivery.LATER if again else Delivery.FAILED
