"""What can't be read as a question: pictures, voices, stickers, unknown commands."""

from telegram import Update

from handlers.context import Context
from handlers.talk import dialogue_of, phrases_for, tell

_ALBUM = "album"


async def not_text(update: Update, context: Context) -> None:
    """Say kindly that only text can be read; once for an album, whose pictures come as messages of their own."""
    album = update.effective_message.media_group_id if update.effective_message else None
    if context.chat_data is not None and album:
        if context.chat_data.get(_ALBUM) == album:
            return
        context.chat_data[_ALBUM] = album
    await tell(update, phrases_for(context, await dialogue_of(update, context)).ask.text_only)


async def unknown_command(update: Update, context: Context) -> None:
    """Point to /help."""
    await tell(update, phrases_for(context, await dialogue_of(update, context)).ask.unknown_command)
