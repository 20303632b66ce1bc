"""/random: an answer that this chat has not seen lately."""

import secrets

from telegram import Update

from handlers.context import Context
from handlers.talk import Heard, chat_of, conclude, speaker_of
from knowledge.outcomes import Outcome
from knowledge.records.seen import seen_lately
from knowledge.rotation import not_lately


async def surprise(update: Update, context: Context) -> None:
    """Answer a question that nobody asked."""
    speaker = await speaker_of(update, context)
    seen = await seen_lately(context.services.keeper, chat_of(update).id)
    entry = secrets.choice(not_lately(tuple(context.services.library.entries), seen))
    outcome = Outcome("answer", speaker.dialogue.prior, entry=entry)
    await conclude(update, context, speaker, outcome, Heard("random"))
