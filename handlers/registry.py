"""The ordered list of handlers; the first that fits an update takes it, the catch-all is last."""

from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    PollAnswerHandler,
    filters,
)

from handlers.admins import admins
from handlers.ask import ask, ask_command
from handlers.browse import topics
from handlers.cards import distinctions
from handlers.classes import class_command
from handlers.context import App, Services, provide
from handlers.daily import today
from handlers.errors import on_error
from handlers.files import take
from handlers.gaps import gaps
from handlers.groups import ask_in_group, membership, migrate
from handlers.handing_out import choose_handout
from handlers.in_browser import InBrowser
from handlers.inline import chosen, inline
from handlers.joining import LooksLikeCode, join_command, offer_to_join
from handlers.language import language
from handlers.lessons import lesson
from handlers.manners import lively, quiet
from handlers.maps import show_map
from handlers.only_telegram import NOT_IN_BROWSER, not_here
from handlers.own_data import forget_me, my_data
from handlers.phrasebook import COMMAND_NAMES
from handlers.poll_answers import note_answer
from handlers.preferences import plain, simple
from handlers.privacy import privacy
from handlers.quiz import quiz
from handlers.roles import Handler, only_for
from handlers.sorting import sort
from handlers.start import show_help, start
from handlers.stats import stats
from handlers.story import story
from handlers.surprise import surprise
from handlers.taps import tap
from handlers.teaching import teach
from handlers.undoing import undo
from handlers.unreadable import not_text, unknown_command
from handlers.works import sources
from knowledge.proposals import Role

# What Telegram is asked to send; everything else stays there.
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
    "poll_answer",
)

_COMMANDS = {
    "start": start,
    "ask": ask_command,
    "topics": topics,
    "distinctions": distinctions,
    "map": show_map,
    "handout": choose_handout,
    "random": surprise,
    "today": today,
    "lesson": lesson,
    "quiz": quiz,
    "sort": sort,
    "story": story,
    "sources": sources,
    "language": language,
    "plain": plain,
    "simple": simple,
    "class": class_command,
    "join": join_command,
    "privacy": privacy,
    "mydata": my_data,
    "forgetme": forget_me,
    "help": show_help,
    "quiet": quiet,
    "lively": lively,
}
# To everybody else these are unknown.
_FOR_EDITORS: dict[str, tuple[Role, Handler]] = {
    "gaps": ("contributor", gaps),
    "teach": ("contributor", teach),
    "stats": ("contributor", stats),
    "undo": ("maintainer", undo),
    "admins": ("administrator", admins),
}
# What comes back through inline mode is an answer of the bot's own, not a question.
_PRIVATE = filters.ChatType.PRIVATE & ~filters.VIA_BOT
# In groups people talk to each other: an edit there is no question, and what is for the bot `addressing` tells.
_GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def register(application: App, services: Services) -> None:
    """Give the application its handlers and what they need."""
    provide(application, services)
    application.add_handlers(
        [
            CommandHandler(NOT_IN_BROWSER, not_here, filters=InBrowser()),
            *(CommandHandler(name, only_for(least, handler)) for name, (least, handler) in _FOR_EDITORS.items()),
            *(CommandHandler(name, _COMMANDS[name]) for name in COMMAND_NAMES),
            CallbackQueryHandler(tap),
            InlineQueryHandler(inline),
            ChosenInlineResultHandler(chosen),
            PollAnswerHandler(note_answer),
            ChatMemberHandler(membership, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(filters.ChatType.GROUPS & filters.StatusUpdate.MIGRATE, migrate),
            MessageHandler(_GROUP & (filters.TEXT | filters.CAPTION), ask_in_group),
            MessageHandler(_PRIVATE & filters.COMMAND, unknown_command),
            MessageHandler(_PRIVATE & filters.UpdateType.MESSAGE & filters.TEXT & LooksLikeCode(), offer_to_join),
            MessageHandler(_PRIVATE & filters.UpdateType.MESSAGE & filters.Document.ALL & ~filters.CAPTION, take),
            MessageHandler(_PRIVATE & (filters.TEXT | filters.CAPTION), ask),
            # A live location is edited with every step; only what is sent anew gets a line.
            MessageHandler(_PRIVATE & ~filters.UpdateType.EDITED_MESSAGE & ~filters.StatusUpdate.ALL, not_text),
        ]
    )
    application.add_error_handler(on_error)
