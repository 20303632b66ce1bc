"""/random: an answer that this chat has not seen lately."""

import secrets

from telegram import Update

from handlers.context import Context
from handlers.talk import Heard, chat_of, conclude, dialogue_of
from knowledge.outcomes import Outcome
from knowledge.records.seen import seen_lately
from knowledge.rotation import not_lately


async def surprise(update: Update, context: Context) -> None:
    """Answer a question that nobody asked."""
    dialogue = await dialogue_of(update, context)
    seen = await seen_lately(context.services.keeper, chat_of(update).id)
    entry = secrets.choice(not_lately(tuple(context.services.library.entries), seen))
    await conclude(update, context, dialogue, Outcome("answer", dialogue.prior, entry=entry), Heard("random"))
