"""/stats: how the bot is used, in short, and the way to the page with all of it."""

from html import escape

from telegram import InlineKeyboardButton, Update

from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.replies import Reply, Rows
from handlers.talk import chat_of, dialogue_of, send, tell
from handlers.usage_words import usage_sheet
from knowledge.records.usage import usage
from knowledge.reports.charts import said

DAYS = 30
# The first is the whole, the second the days: those are for the page.
SHOWN = 1


async def stats(update: Update, context: Context) -> None:
    """Tell the numbers of a month."""
    services, language = context.services, (await dialogue_of(update, context)).prior
    phrases = services.phrasebook[language]
    found = await usage(services.keeper, DAYS, services.now())
    if found is None:
        await tell(update, phrases.gaps.away)
        return
    sheet = usage_sheet(services.library, phrases, found, language)
    lines = [f"<b>{escape(sheet.title)}</b>", escape(sheet.intro)]
    for section in sheet.sections[:SHOWN]:
        lines += [escape(f"{row.label}: {said(row, section.columns)}") for row in section.rows]
    link, rows = _link(update, context, phrases)
    await send(update, Reply("\n".join([*lines, *link]), rows))


def _link(update: Update, context: Context, phrases: Phrases) -> tuple[list[str], Rows]:
    links = context.services.page_links
    if links is None:
        return [], ()
    address = links.to_usage(chat_of(update).id)
    if address.startswith("https:"):
        return [], ((InlineKeyboardButton(phrases.usage.page, url=address),),)
    # Telegram takes no button that leads to an address without https.
    return ["", f"<code>{escape(address)}</code>"], ()
