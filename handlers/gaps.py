"""/gaps, for who keeps the base: what people asked and did not get, and a look at each."""

import asyncio
import datetime as dt

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context, Services
from handlers.gap_findings import Found
from handlers.gap_pages import gap_page, gaps_page
from handlers.roles import role_of
from handlers.talk import change, dialogue_of, send, tell
from knowledge.records.misses import missed
from knowledge.records.proposals import gaps_aside, set_gap_aside
from knowledge.upkeep.gaps.finding import GAP_DAYS, Gap, find_gaps, unhelpful_answers

# How long a gap is set aside.
ASIDE = dt.timedelta(days=14)


async def gaps(update: Update, context: Context) -> None:
    """Show the first page of gaps, looked for anew."""
    services, language = context.services, (await dialogue_of(update, context)).prior
    services.findings.forget()
    found = await find(services)
    if found is None:
        await tell(update, services.phrasebook[language].gaps.away)
        return
    await send(update, gaps_page(services, found, Tap(Verb.GAPS, language)))


async def turn_gaps(update: Update, context: Context, tap: Tap) -> None:
    """Turn to another page of gaps."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    found = await find(services) if await role_of(update, services) else None
    if found is None:
        await tell(update, phrases.callback.stale)
        return
    await change(update, gaps_page(services, found, tap))


async def open_gap(update: Update, context: Context, tap: Tap) -> None:
    """Show one gap: its wordings, what came of them, and why the nearest entries lost."""
    if gap := await gap_of(update, context, tap):
        await change(update, gap_page(context.services, gap, tap))


async def gap_of(update: Update, context: Context, tap: Tap) -> Gap | None:
    """Give the gap that a tap of an editor is about; None if that is gone, which is told."""
    services = context.services
    found = await find(services) if await role_of(update, services) else None
    gap = found.named(tap.about) if found else None
    if gap is None:
        await tell(update, services.phrasebook[tap.language].callback.stale)
    return gap


async def later(update: Update, context: Context, tap: Tap) -> None:
    """Set a gap aside for a while, and show the others."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    gap = await gap_of(update, context, tap)
    if gap is None:
        return
    if not await set_gap_aside(services.keeper, gap.key, services.now() + ASIDE):
        await tell(update, phrases.callback.stale)
        return
    services.findings.forget()
    await turn_gaps(update, context, Tap(Verb.GAPS, tap.language))


async def find(services: Services) -> Found | None:
    """Give the gaps, found anew if it was long ago; None while the database is away."""
    library, now = services.library, services.now()
    fresh = services.findings.fresh(library.digest, now)
    if fresh:
        return fresh
    what = await missed(services.keeper, now - dt.timedelta(days=GAP_DAYS))
    if what is None:
        return None
    check, explain = services.checks.of(library), services.answerer.explain
    # Aside: people are answered meanwhile.
    found = await asyncio.to_thread(find_gaps, library, explain, check, what, now)
    aside = await gaps_aside(services.keeper, now)
    shown = tuple(gap for gap in found if gap.key not in aside)
    kept = Found(library.digest, now, shown, tuple(unhelpful_answers(library, what.votes)))
    services.findings.keep(kept)
    return kept
