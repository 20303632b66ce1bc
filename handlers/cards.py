"""Distinctions as cards: a picture of the sides next to each other, or the same in words; and the list of all."""

from dataclasses import replace
from functools import partial
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.captions import card_caption, side_in_words
from handlers.citations import card_source_line
from handlers.context import Context
from handlers.drawings import card_drawing
from handlers.liking import as_liked
from handlers.paging import page_of, turning_row
from handlers.phrasebook import Phrases
from handlers.pictures import Telling, show
from handlers.replies import Reply, Row, Rows, button, entry_rows
from handlers.spelled_out import card_spelled_out, choices_under
from handlers.talk import change, dialogue_of, offer, phrases_for, send, tell
from knowledge.distinctions import Distinction
from knowledge.languages import Language
from knowledge.library import Library

# Their titles are short, and this many are two pages of the bot's own.
CARDS_PER_PAGE = 9


async def distinctions(update: Update, context: Context) -> None:
    """List the cards."""
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    page = cards_page(context.services.library, phrases, Tap(Verb.CARDS, dialogue.prior))
    await send(update, await as_liked(update, context, phrases, page))
    await offer(update, context, dialogue, choices_under(page))


async def turn_cards(update: Update, context: Context, tap: Tap) -> None:
    """Show another page of the list in place of this one."""
    phrases = context.services.phrasebook[tap.language]
    page = cards_page(context.services.library, phrases, tap)
    await change(update, await as_liked(update, context, phrases, page))
    await offer(update, context, await dialogue_of(update, context), choices_under(page))


async def open_card(update: Update, context: Context, tap: Tap) -> None:
    """Show the card that was tapped; if it is gone, say so."""
    services, language = context.services, tap.language
    library, phrases = services.library, services.phrasebook[language]
    card = library.distinctions.get(tap.about)
    if card is None:
        await tell(update, phrases.callback.stale)
        return
    telling = card_told(library, phrases, card, language)
    await show(update, context, partial(card_drawing, library, phrases, card, language), telling)
    await offer(update, context, await dialogue_of(update, context), card.entries)


def cards_page(library: Library, phrases: Phrases, tap: Tap) -> Reply:
    """Render a page of the list of cards, with the map of the whole under it if there is one."""
    page = page_of([*library.distinctions.values()], tap.page, CARDS_PER_PAGE)
    sentences = phrases.distinctions
    title = sentences.title if page.items else sentences.none
    if page.count > 1:
        title = sentences.page.format(title=title, page=page.number + 1, pages=page.count)
    rows: Rows = tuple(
        (button(card.texts[tap.language].title, Tap(Verb.CARD, tap.language, card.id)),) for card in page.items
    )
    rows += turning_row(phrases, page, tap)
    if library.map:
        rows += ((button(library.map.texts[tap.language].title, Tap(Verb.MAP, tap.language)),),)
    return Reply(escape(title), rows)


def card_told(library: Library, phrases: Phrases, card: Distinction, language: Language, *below: Row) -> Telling:
    """Give what the picture of a card shows in words; `below` are rows of buttons to add."""
    in_words = render_card(library, phrases, card, language)
    return card_told_with(library, phrases, card, language, (*in_words.rows, *below))


def card_told_with(library: Library, phrases: Phrases, card: Distinction, language: Language, rows: Rows) -> Telling:
    """Give what the picture of a card shows in words, with these rows of buttons and no others."""
    in_words = replace(render_card(library, phrases, card, language), rows=rows)
    return Telling(
        caption=card_caption(library, phrases, card, language),
        in_words=in_words,
        spelled_out=card_spelled_out(library, phrases, card, language, in_words),
    )


def render_card(library: Library, phrases: Phrases, card: Distinction, language: Language) -> Reply:
    """Render a card in words, with its sources and buttons to the entries that it is about."""
    text = card.texts[language]
    parts = [
        f"<b>{escape(text.title)}</b>",
        escape(phrases.card.mix_up.format(mix_up=text.mix_up)),
        *(side_in_words(phrases, side) for side in text.sides),
        card_source_line(library, phrases, card, language),
    ]
    return Reply("\n\n".join(parts), entry_rows((library.entries[entry] for entry in card.entries), language))
