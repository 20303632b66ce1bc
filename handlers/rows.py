"""One row of buttons under a message changes when it is tapped; the rest of the message stays."""

from collections.abc import Collection
from enum import Enum, auto

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest

from handlers.buttons import UnreadableButtonError, Verb, read_tap


class Change(Enum):
    """What became of a row: it changed, it was so already, or the message can't be changed any more."""

    DONE = auto()
    ALREADY = auto()
    GONE = auto()


async def change_row(update: Update, verbs: Collection[Verb], row: tuple[InlineKeyboardButton, ...]) -> Change:
    """Put a row in the place of those with these verbs, under the message that was tapped.

    An empty row takes them away. A second tap on the same button finds them changed ALREADY.
    """
    query = update.callback_query
    if query is None or not isinstance(query.message, Message) or query.message.reply_markup is None:
        return Change.GONE
    rows = query.message.reply_markup.inline_keyboard
    changed = [row if any(_carries(button, verbs) for button in before) else before for before in rows]
    left = [kept for kept in changed if kept]
    try:
        await query.edit_message_reply_markup(InlineKeyboardMarkup(left) if left else None)
    except BadRequest as error:
        return Change.ALREADY if "not modified" in error.message else Change.GONE
    return Change.DONE


def rows_with(update: Update, verbs: Collection[Verb]) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    """Give the rows with these verbs under the message that was tapped."""
    query = update.callback_query
    markup = query.message.reply_markup if query and isinstance(query.message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    return tuple(row for row in rows if any(_carries(button, verbs) for button in row))


def _carries(button: InlineKeyboardButton, verbs: Collection[Verb]) -> bool:
    try:
        return isinstance(button.callback_data, str) and read_tap(button.callback_data).verb in verbs
    except UnreadableButtonError:
        return False
