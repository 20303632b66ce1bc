"""Chats in a browser: they run through the same handlers as Telegram's, under ids that Telegram never gives."""

from telegram import Update
from telegram.ext.filters import UpdateFilter

from handlers.context import Context
from handlers.talk import dialogue_of, phrases_for, tell

# Telegram's ids have at most 52 significant bits.
FIRST_ID = 2**53
# What needs a chat that stays: there is none in a browser.
NOT_HERE = ("class", "today")


def is_in_browser(chat_id: int) -> bool:
    """Tell whether a chat is one in a browser."""
    return chat_id >= FIRST_ID


class InBrowser(UpdateFilter):
    """Lets through what comes from a browser."""

    def filter(self, update: Update) -> bool:
        """Tell whether an update comes from a browser."""
        return update.effective_chat is not None and is_in_browser(update.effective_chat.id)


async def not_here(update: Update, context: Context) -> None:
    """Say that something is to be had in Telegram alone."""
    await tell(update, phrases_for(context, await dialogue_of(update, context)).error.only_telegram)
