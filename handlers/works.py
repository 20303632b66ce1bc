"""/sources: the essay, and the other works that answers rest on, in pages."""

from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.citations import cite
from handlers.context import Context
from handlers.liking import as_liked
from handlers.paging import page_of, turning_row
from handlers.phrasebook import Phrases
from handlers.replies import Reply
from handlers.spelled_out import choices_under
from handlers.talk import change, dialogue_of, offer, phrases_for, send
from knowledge.library import Library

WORKS_PER_PAGE = 8


async def sources(update: Update, context: Context) -> None:
    """Show what the answers rest on."""
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    page = works_page(context.services.library, phrases, Tap(Verb.WORKS, dialogue.prior))
    await send(update, await as_liked(update, context, phrases, page))
    await offer(update, context, dialogue, choices_under(page))


async def turn_works(update: Update, context: Context, tap: Tap) -> None:
    """Show another page of works in place of this one."""
    phrases = context.services.phrasebook[tap.language]
    page = works_page(context.services.library, phrases, tap)
    await change(update, await as_liked(update, context, phrases, page))
    await offer(update, context, await dialogue_of(update, context), choices_under(page))


def works_page(library: Library, phrases: Phrases, tap: Tap) -> Reply:
    """Render the essay on top of a page of the other works."""
    others = [work for key, work in library.works.items() if key != library.pack.work]
    page = page_of(others, tap.page, WORKS_PER_PAGE)
    parts = [
        f"<b>{escape(phrases.sources.title)}</b>",
        f"{escape(phrases.sources.essay)}\n{cite(library.essay, phrases, tap.language)}",
        escape(phrases.sources.later if others else phrases.sources.none_later),
        *(cite(work, phrases, tap.language) for work in page.items),
    ]
    return Reply("\n\n".join(parts), turning_row(phrases, page, tap))
