"""The last resort: one traceback in the log, an apology with a reference in the chat, nothing private in either."""

import logging
import secrets
import traceback

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from handlers.context import Context
from handlers.delivery import Delivery, what_became
from handlers.phrasebook import Phrases
from handlers.talk import dialogue_of, phrases_for, tell

logger = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Log what went wrong, and tell the person if one is waiting."""
    error = context.error
    if error is None:
        return
    if isinstance(error, TelegramError) and what_became(error) is Delivery.GONE:
        logger.info("a chat takes no messages any more: the bot was blocked or removed there")
        return
    if isinstance(error, ChatMigrated) and isinstance(update, Update) and update.effective_chat:
        logger.info("a group was upgraded while it was being answered")
        await context.services.keeper.move(update.effective_chat.id, error.new_chat_id)
        return
    if isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest):
        # An apology would go the same way.
        logger.warning("a call did not get through (%s)", type(error).__name__)
        return
    reference = secrets.token_hex(3)
    logger.error("error %s: %s\n%s", reference, type(error).__name__, frames(error))
    if not isinstance(update, Update) or update.effective_chat is None:
        return
    apology = (await _phrases(update, context)).error.apology.format(reference=reference)
    try:
        await tell(update, apology)
    except TelegramError as failure:
        logger.error("error %s could not be told: %s", reference, type(failure).__name__)  # noqa: TRY400


async def _phrases(update: Update, context: Context) -> Phrases:
    """Give the sentences in the person's language, or, if what knows it is what failed, in the default one."""
    try:
        return phrases_for(context, await dialogue_of(update, context))
    except Exception:  # noqa: BLE001  (an error here would be told to nobody)
        return context.services.phrasebook[context.services.default_language]


def frames(error: BaseException) -> str:
    """Give the traceback without messages: an exception's own words may quote what a person wrote."""
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) and cause not in chain:
        chain.append(cause)
    return "\n".join(f"{type(link).__name__}\n{''.join(traceback.format_tb(link.__traceback__))}" for link in chain)
