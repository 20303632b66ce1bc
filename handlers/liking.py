"""How the person who is speaking likes to be answered."""

from telegram import Update

from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.replies import Reply
from handlers.spelled_out import with_choices
from knowledge.preferences import Preferences
from knowledge.records.preferences import preferences_of


def person_of(update: Update) -> int:
    """Give the id of who speaks; who writes in the name of a chat is that chat."""
    speaker = update.effective_user or update.effective_chat
    if speaker is None:
        msg = "an update from nobody passed the filters"
        raise TypeError(msg)
    return speaker.id


async def liked_by(update: Update, context: Context) -> Preferences:
    """Tell how the person who speaks likes to be answered."""
    return await preferences_of(context.services.keeper, person_of(update))


async def as_liked(update: Update, context: Context, phrases: Phrases, reply: Reply) -> Reply:
    """Give a message with buttons as the person likes it: in plain mode its choices stand in the text."""
    preferences = await liked_by(update, context)
    return with_choices(reply, phrases) if preferences.plain else reply
