"""A number typed under a list: what it opens if that is no answer but a topic, a card, the map or another page."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram import Update

from handlers.browse import open_topic
from handlers.buttons import Tap, UnreadableButtonError, Verb, read_tap
from handlers.cards import open_card, turn_cards
from handlers.context import Context
from handlers.maps import open_map
from handlers.works import turn_works
from knowledge.outcomes import Dialogue

_OPENERS: Mapping[Verb, Callable[[Update, Context, Tap], Awaitable[None]]] = {
    Verb.TOPICS: open_topic,
    Verb.CARD: open_card,
    Verb.CARDS: turn_cards,
    Verb.MAP: open_map,
    Verb.WORKS: turn_works,
}


async def opened(update: Update, context: Context, text: str, dialogue: Dialogue) -> bool:
    """Open the place that a message picks from what was offered; False if it picks none."""
    entries = context.services.library.entries
    if all(choice in entries for choice in dialogue.offered):
        return False
    pick = context.services.answerer.hear(text, dialogue).pick
    place = _place(pick.entry) if pick else None
    if place is None:
        return False
    await _OPENERS[place.verb](update, context, replace(place, language=dialogue.prior))
    return True


def _place(choice: str) -> Tap | None:
    try:
        place = read_tap(choice)
    except UnreadableButtonError:
        return None
    return place if place.verb in _OPENERS else None
