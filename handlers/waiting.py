"""Taps on "tell me when there is an answer", and on leaving it."""

from telegram import Update

from handlers.asking_back import WAITING, promised_row, waiting_row
from handlers.buttons import Tap
from handlers.context import Context
from handlers.rows import Change, change_row
from handlers.talk import chat_of, in_group, tell
from knowledge.records.waiting import add_wish, drop_wish


async def await_answer(update: Update, context: Context, tap: Tap) -> None:
    """Keep the question that found no answer, to be asked again when the base has grown."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    query, chat_id = update.callback_query, chat_of(update).id
    asked = services.recent.find(chat_id, query.message.message_id) if query and query.message else None
    if asked is None or not asked.text or in_group(update):
        await tell(update, phrases.waiting.lost)
        return
    wish = await add_wish(services.keeper, chat_id, tap.language, asked.text)
    if wish is None:
        await tell(update, phrases.preferences.unkept)
    elif await change_row(update, WAITING, promised_row(phrases, tap.language, wish)) is Change.GONE:
        await tell(update, phrases.waiting.promised)


async def never_mind(update: Update, context: Context, tap: Tap) -> None:
    """Forget the question again."""
    phrases = context.services.phrasebook[tap.language]
    if not await drop_wish(context.services.keeper, chat_of(update).id, tap.about):
        await tell(update, phrases.preferences.unkept)
    elif await change_row(update, WAITING, waiting_row(phrases, tap.language)) is Change.GONE:
        await tell(update, phrases.waiting.left)
