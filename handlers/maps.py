"""/map: the whole as one picture, or the same in words, with buttons to what stands on it."""

from functools import partial

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.captions import map_caption, map_in_words
from handlers.context import Context
from handlers.drawings import map_drawing
from handlers.phrasebook import Phrases
from handlers.pictures import Telling, show
from handlers.replies import Reply, entry_rows
from handlers.spelled_out import card_spelled_out
from handlers.talk import dialogue_of, offer, tell
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Map


async def show_map(update: Update, context: Context) -> None:
    """Show the map."""
    dialogue = await dialogue_of(update, context)
    await open_map(update, context, Tap(Verb.MAP, dialogue.prior))


async def open_map(update: Update, context: Context, tap: Tap) -> None:
    """Show the map in the language of a tap; if the pack has none, say so."""
    services, language = context.services, tap.language
    library, phrases = services.library, services.phrasebook[language]
    whole = library.map
    if whole is None:
        await tell(update, phrases.map.none)
        return
    in_words = render_map(library, phrases, whole, language)
    telling = Telling(
        caption=map_caption(library, phrases, whole, language),
        in_words=in_words,
        spelled_out=card_spelled_out(library, phrases, whole, language, in_words),
    )
    await show(update, context, partial(map_drawing, library, phrases, whole, language), telling)
    await offer(update, context, await dialogue_of(update, context), whole.entries)


def render_map(library: Library, phrases: Phrases, whole: Map, language: Language) -> Reply:
    """Render the map in words, with a button to the entry of each node."""
    rows = entry_rows((library.entries[entry] for entry in whole.entries), language)
    return Reply(map_in_words(library, phrases, whole, language), rows)
