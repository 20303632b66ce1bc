"""/plain and /simple: how the person likes to be answered, switched by command or button."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.liking import liked_by, person_of
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from handlers.talk import change, dialogue_of, send
from knowledge.languages import Language
from knowledge.preferences import Preferences
from knowledge.records.preferences import keep_preferences

# What a tap is about, and what it makes of the preferences.
_SWITCHES: Mapping[str, Mapping[str, bool]] = {
    "plain-on": {"plain": True},
    "plain-off": {"plain": False},
    "simple-on": {"simple": True},
    "simple-off": {"simple": False},
}


async def plain(update: Update, context: Context) -> None:
    """Switch plain mode on, or off again."""
    now = await liked_by(update, context)
    await _command(update, context, replace(now, plain=not now.plain))


async def simple(update: Update, context: Context) -> None:
    """Give simple answers first, or whole ones again."""
    now = await liked_by(update, context)
    await _command(update, context, replace(now, simple=not now.simple))


async def switch(update: Update, context: Context, tap: Tap) -> None:
    """Do what a button under /plain or /simple says; one that says nothing shows how things are."""
    now = await liked_by(update, context)
    wanted = replace(now, **_SWITCHES.get(tap.about, {}))
    await change(update, await _kept(update, context, wanted, tap.language))


async def _command(update: Update, context: Context, wanted: Preferences) -> None:
    dialogue = await dialogue_of(update, context)
    await send(update, await _kept(update, context, wanted, dialogue.prior))


async def _kept(update: Update, context: Context, wanted: Preferences, language: Language) -> Reply:
    phrases = context.services.phrasebook[language]
    if not await keep_preferences(context.services.keeper, person_of(update), wanted):
        return Reply(escape(phrases.preferences.unkept))
    return preferences_page(phrases, wanted, language)


def preferences_page(phrases: Phrases, now: Preferences, language: Language) -> Reply:
    """Say how the person is answered, with a button to change each of it."""
    words = phrases.preferences
    sentences = (
        words.plain_on if now.plain else words.plain_off,
        words.simple_on if now.simple else words.simple_off,
    )
    labels = {
        "plain-off" if now.plain else "plain-on": words.from_plain if now.plain else words.to_plain,
        "simple-off" if now.simple else "simple-on": words.from_simple if now.simple else words.to_simple,
    }
    rows = tuple((button(label, Tap(Verb.PREFERENCE, language, about)),) for about, label in labels.items())
    return Reply(escape("\n\n".join(sentences)), rows)
