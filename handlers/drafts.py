"""A route of one's own by picking: what is in it so far, what can be added, and making it."""

from collections.abc import Sequence

from telegram import Update

from handlers.buttons import Tap
from handlers.context import Context, Services
from handlers.draft_pages import LETTERS, draft_page, made_page, picking_page, topics_of
from handlers.talk import change, chat_of, in_group, tell
from knowledge.languages import Language
from knowledge.lessons.own_routes import Naming, picked_route
from knowledge.lessons.progress import DRAFT, Progress
from knowledge.lessons.routes import MOST_STEPS, Step, as_step_kind
from knowledge.lessons.rules import step_problem
from knowledge.records.lessons import drop_progress, keep_progress, progress_of
from knowledge.records.own_routes import keep_route, new_route_id


async def draft(update: Update, context: Context, tap: Tap) -> None:
    """Show what is picked so far, or a page of what can be added: of a kind, in a topic counted from 1."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    if in_group(update):
        await tell(update, phrases.own.only_private)
        return
    letter, _, topic = tap.about.partition("-")
    kind = LETTERS.get(letter)
    if kind is None:
        await _show(update, context, await _items(update, services), tap.language)
    elif topic.isdecimal() and 0 < int(topic) <= len(services.library.pack.topics):
        await change(update, picking_page(services.library, phrases, (kind, int(topic)), tap))
    else:
        page = topics_of(services.library, phrases, kind, tap.language)
        await change(update, page or picking_page(services.library, phrases, (kind, None), tap))


async def add(update: Update, context: Context, tap: Tap) -> None:
    """Add what was tapped to the route, once."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    letter, _, name = tap.about.partition("-")
    kind, items = LETTERS.get(letter), await _items(update, services)
    if in_group(update) or kind is None or step_problem(services.library, Step.naming(kind, name)):
        await tell(update, phrases.callback.stale)
        return
    item = f"{kind}:{name}"
    if len(items) >= MOST_STEPS:
        await tell(update, phrases.own.full.format(most=MOST_STEPS))
        return
    await _keep(update, context, items if item in items else (*items, item), tap.language)


async def drop_last(update: Update, context: Context, tap: Tap) -> None:
    """Take away the last step; `page` says which that was, so that a second tap takes no other."""
    items = await _items(update, context.services)
    await _keep(update, context, items[:-1] if items and len(items) == tap.page else items, tap.language)


async def make(update: Update, context: Context, tap: Tap) -> None:
    """Make a route of what was picked."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    items = await _items(update, services)
    if not items:
        await _show(update, context, items, tap.language)
        return
    naming = Naming(new_route_id(), tap.language, phrases.own.title.format(count=len(items)), phrases.own.intro)
    route = picked_route(items, naming)
    kept = await keep_route(services.keeper, chat_of(update).id, route)
    if not kept:
        await tell(update, phrases.preferences.unkept if kept is None else phrases.own.too_many)
        return
    await drop_progress(services.keeper, chat_of(update).id, DRAFT)
    await change(update, made_page(phrases, route, tap.language))


async def _keep(update: Update, context: Context, items: Sequence[str], language: Language) -> None:
    services = context.services
    if await keep_progress(services.keeper, chat_of(update).id, DRAFT, Progress(0, tuple(items))):
        await _show(update, context, items, language)
    else:
        await tell(update, services.phrasebook[language].preferences.unkept)


async def _items(update: Update, services: Services) -> tuple[str, ...]:
    """Give what is picked so far and is still there."""
    progress = await progress_of(services.keeper, chat_of(update).id, DRAFT)
    items = progress.items if progress else ()
    return tuple(item for item in items if not step_problem(services.library, _step(item)))


def _step(item: str) -> Step:
    kind, _, name = item.partition(":")
    return Step.naming(as_step_kind(kind), name)


async def _show(update: Update, context: Context, items: Sequence[str], language: Language) -> None:
    services = context.services
    await change(update, draft_page(services.library, services.phrasebook[language], [*map(_step, items)], language))
