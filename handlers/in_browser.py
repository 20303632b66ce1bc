"""Chats in a browser: they run through the same handlers as Telegram's, under ids that Telegram never gives."""

from telegram import Update
from telegram.ext.filters import UpdateFilter

# Telegram's ids have at most 52 significant bits.
FIRST_ID = 2**53


def is_in_browser(chat_id: int) -> bool:
    """Tell whether a chat is one in a browser: it ends with the lesson, and nobody can be told anything later."""
    return chat_id >= FIRST_ID


class InBrowser(UpdateFilter):
    """Lets through what comes from a browser."""

    def filter(self, update: Update) -> bool:
        """Tell whether an update comes from a browser."""
        return update.effective_chat is not None and is_in_browser(update.effective_chat.id)
