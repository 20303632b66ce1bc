"""What can be had in Telegram alone: whatever needs a chat that stays."""

from telegram import Update

from handlers.context import Context
from handlers.talk import dialogue_of, phrases_for, tell

NOT_IN_BROWSER = ("class", "today")


async def not_here(update: Update, context: Context) -> None:
    """Say that something is to be had in Telegram alone."""
    await tell(update, phrases_for(context, await dialogue_of(update, context)).error.only_telegram)
