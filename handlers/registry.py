"""The ordered list of handlers; the first that fits an update takes it, the catch-all is last."""

from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.ask import ask, ask_command
from handlers.browse import topics
from handlers.context import App, Services, provide
from handlers.errors import on_error
from handlers.language import language
from handlers.phrasebook import COMMAND_NAMES
from handlers.preferences import plain, simple
from handlers.start import show_help, start
from handlers.taps import tap
from handlers.unreadable import not_text, unknown_command
from handlers.works import sources

# What Telegram is asked to send; everything else stays there.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query")

_COMMANDS = {
    "start": start,
    "ask": ask_command,
    "topics": topics,
    "sources": sources,
    "language": language,
    "plain": plain,
    "simple": simple,
    "help": show_help,
}
# In groups people talk to each other: there only commands are answered.
_PRIVATE = filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL


def register(application: App, services: Services) -> None:
    """Give the application its handlers and what they need."""
    provide(application, services)
    application.add_handlers(
        [
            *(CommandHandler(name, _COMMANDS[name]) for name in COMMAND_NAMES),
            CallbackQueryHandler(tap),
            MessageHandler(_PRIVATE & filters.COMMAND, unknown_command),
            MessageHandler(_PRIVATE & (filters.TEXT | filters.CAPTION), ask),
            # A live location is edited with every step; only what is sent anew gets a line.
            MessageHandler(_PRIVATE & ~filters.UpdateType.EDITED_MESSAGE, not_text),
        ]
    )
    application.add_error_handler(on_error)
