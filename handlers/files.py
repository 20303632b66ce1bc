"""A file that was sent: an entry for the base from who may teach, or else a lesson of one's own."""

from telegram import Update

from handlers.context import Context
from handlers.entry_files import SUFFIX, entry_in
from handlers.lesson_files import take_file
from handlers.talk import dialogue_of, tell
from handlers.teaching import try_it


async def take(update: Update, context: Context) -> None:
    """Take a file for what it is."""
    document = update.effective_message.document if update.effective_message else None
    is_ours = document is not None and (document.file_name or "").lower().endswith(SUFFIX)
    found = await entry_in(update, context, document) if document and is_ours else None
    if found is None:
        await take_file(update, context)
    elif isinstance(found, str):
        await tell(update, found)
    else:
        await try_it(update, context, found, (await dialogue_of(update, context)).prior)
