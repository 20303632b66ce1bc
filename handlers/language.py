"""/language: the person's own choice of language, or back to following each message."""

from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.replies import Reply, button
from handlers.talk import dialogue_of, keep, phrases_for, send, tell
from knowledge.languages import Language, as_language

# What a tap is about when the language is to follow the messages again.
AUTOMATIC = "auto"


async def language(update: Update, context: Context) -> None:
    """Ask for the language, or take the one behind the command (`/language en`, `/language English`)."""
    typed = " ".join(context.args or ()).casefold()
    names = {sentences.language_name.casefold(): code for code, sentences in context.services.phrasebook.items()}
    wanted = names.get(typed) or as_language(typed)
    if wanted in context.services.library.pack.languages:
        await _choose(update, context, wanted, wanted)
        return
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    rows = [
        (button(context.services.phrasebook[code].language_name, Tap(Verb.LANGUAGE, code, code)),)
        for code in context.services.library.pack.languages
    ]
    rows.append((button(phrases.buttons.automatic, Tap(Verb.LANGUAGE, dialogue.prior, AUTOMATIC)),))
    await send(update, Reply(escape(phrases.language.question.format(current=phrases.language_name)), tuple(rows)))


async def choose_language(update: Update, context: Context, tap: Tap) -> None:
    """Keep the language that was tapped, or none."""
    choice = as_language(tap.about)
    await _choose(update, context, choice, choice or tap.language)


async def _choose(update: Update, context: Context, choice: Language | None, spoken: Language) -> None:
    dialogue = await dialogue_of(update, context)
    await keep(update, context, replace(dialogue, choice=choice, language=spoken))
    sentences = context.services.phrasebook[spoken].language
    await tell(update, sentences.chosen if choice else sentences.automatic)
