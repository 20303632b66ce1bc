"""/gaps, for maintainers: what people asked and did not get, and a look at each."""

import asyncio
import datetime as dt

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context, Services
from handlers.gap_findings import Found
from handlers.gap_pages import DAYS, gap_page, gaps_page
from handlers.liking import person_of
from handlers.talk import change, dialogue_of, in_group, send, tell
from knowledge.records.misses import missed
from knowledge.upkeep.gaps.finding import find_gaps, unhelpful_answers


async def gaps(update: Update, context: Context) -> None:
    """Show the first page of gaps, looked for anew."""
    services, language = context.services, (await dialogue_of(update, context)).prior
    services.findings.forget()
    found = await find(services)
    if found is None:
        await tell(update, services.phrasebook[language].gaps.away)
        return
    await send(update, gaps_page(services.library, services.phrasebook[language], found, Tap(Verb.GAPS, language)))


async def turn_gaps(update: Update, context: Context, tap: Tap) -> None:
    """Turn to another page of gaps."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    found = await find(services) if is_maintainer(update, services) else None
    if found is None:
        await tell(update, phrases.callback.stale)
        return
    await change(update, gaps_page(services.library, phrases, found, tap))


async def open_gap(update: Update, context: Context, tap: Tap) -> None:
    """Show one gap: its wordings, what came of them, and why the nearest entries lost."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    found = await find(services) if is_maintainer(update, services) else None
    gap = found.named(tap.about) if found else None
    if gap is None:
        await tell(update, phrases.callback.stale)
        return
    await change(update, gap_page(services.library, phrases, gap, tap))


def is_maintainer(update: Update, services: Services) -> bool:
    """Tell whether a tap comes from a maintainer, in private."""
    return not in_group(update) and person_of(update) in services.admins


async def find(services: Services) -> Found | None:
    """Give the gaps, found anew if it was long ago; None while the database is away."""
    library, now = services.library, services.now()
    fresh = services.findings.fresh(library.digest, now)
    if fresh:
        return fresh
    what = await missed(services.keeper, now - dt.timedelta(days=DAYS))
    if what is None:
        return None
    check, explain = services.checks.of(library), services.answerer.explain
    # Aside: people are answered meanwhile.
    found = await asyncio.to_thread(find_gaps, library, explain, check, what, now)
    kept = Found(library.digest, now, tuple(found), tuple(unhelpful_answers(library, what.votes)))
    services.findings.keep(kept)
    return kept
