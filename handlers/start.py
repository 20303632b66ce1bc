"""/start, also with an entry's id behind it (a deep link), and /help."""

from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.liking import as_liked
from handlers.phrasebook import COMMAND_NAMES
from handlers.replies import Reply, button, entry_rows
from handlers.talk import Heard, conclude, dialogue_of, offer, phrases_for, send, tell
from knowledge.outcomes import Outcome


async def start(update: Update, context: Context) -> None:
    """Say who this is and where to begin; a deep link goes straight to its entry."""
    dialogue = await dialogue_of(update, context)
    language, library = dialogue.prior, context.services.library
    wanted = " ".join(context.args or ())
    if wanted in library.entries:
        await conclude(update, context, dialogue, Outcome("answer", language, entry=wanted), Heard("link"))
        return
    phrases = phrases_for(context, dialogue)
    welcome = escape(library.face(language).welcome)
    if wanted:
        welcome = f"{escape(phrases.start.unknown)}\n\n{welcome}"
    topics = button(phrases.buttons.back, Tap(Verb.TOPICS, language))
    reply = Reply(welcome, (*entry_rows(library.starters, language), (topics,)))
    await send(update, await as_liked(update, context, phrases, reply))
    await offer(update, context, dialogue, library.pack.starters)


async def show_help(update: Update, context: Context) -> None:
    """Explain how to ask, what each command does, and what is kept."""
    phrases = phrases_for(context, await dialogue_of(update, context))
    commands = "\n".join(f"/{name}: {phrases.commands[name]}" for name in COMMAND_NAMES)
    await tell(update, phrases.help.text.format(commands=commands))
