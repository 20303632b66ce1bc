"""A distinction's card: its sides under each other, cell by cell, with the same words for the same cell."""

from html import escape

from telegram import Update

from handlers.buttons import Tap
from handlers.citations import card_source_line
from handlers.context import Context
from handlers.liking import liked_by
from handlers.phrasebook import Phrases
from handlers.replies import Reply, entry_rows
from handlers.spelled_out import card_spelled_out
from handlers.talk import dialogue_of, offer, send, tell
from knowledge.distinctions import Distinction, Side
from knowledge.languages import Language
from knowledge.library import Library


async def open_card(update: Update, context: Context, tap: Tap) -> None:
    """Show the card that was tapped; if it is gone, say so."""
    services = context.services
    phrases = services.phrasebook[tap.language]
    card = services.library.distinctions.get(tap.about)
    if card is None:
        await tell(update, phrases.callback.stale)
        return
    reply = render_card(services.library, phrases, card, tap.language)
    if (await liked_by(update, context)).plain:
        reply = card_spelled_out(services.library, phrases, card, tap.language, reply)
    await send(update, reply)
    await offer(update, context, await dialogue_of(update, context), card.entries)


def render_card(library: Library, phrases: Phrases, card: Distinction, language: Language) -> Reply:
    """Render a card, with its sources and buttons to the entries that it is about."""
    text = card.texts[language]
    parts = [
        f"<b>{escape(text.title)}</b>",
        escape(phrases.card.mix_up.format(mix_up=text.mix_up)),
        *(_side(phrases, side) for side in text.sides),
        card_source_line(library, phrases, card, language),
    ]
    return Reply("\n\n".join(parts), entry_rows((library.entries[entry] for entry in card.entries), language))


def _side(phrases: Phrases, side: Side) -> str:
    cells = {
        phrases.card.what: side.what,
        phrases.card.who: side.who,
        phrases.card.whom: side.whom,
        phrases.card.follows: side.follows,
    }
    lines = [f"{escape(name)}: {escape(cell)}" for name, cell in cells.items()]
    return "\n".join([f"<b>{escape(side.name)}</b>", *lines])
