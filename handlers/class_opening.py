"""Opening a class, and what its pupils need to join: link, QR code and code."""

import datetime as dt
import logging

from telegram import InputFile, Update
from telegram.constants import ParseMode
from telegram.error import Forbidden, TelegramError

from handlers.class_gate import Taught, refusal
from handlers.class_pages import Doors, class_link, shared_page
from handlers.context import Context
from handlers.liking import liked_by
from handlers.qr import qr_png
from handlers.talk import chat_of, place_of, send, tell
from knowledge.classes import USUAL_DAYS, Plan, Refused, clean_title, end_of
from knowledge.languages import Language
from knowledge.records.classes import open_class

logger = logging.getLogger(__name__)


async def open_new(update: Update, context: Context, typed: str, language: Language) -> None:
    """Open a class with the title that was typed."""
    services, phrases = context.services, context.services.phrasebook[language]
    title = clean_title(typed)
    if not title:
        await tell(update, phrases.classes.untitled)
        return
    now = services.now()
    ends_at = end_of(now.astimezone(services.zone).date() + dt.timedelta(days=USUAL_DAYS), services.zone)
    opened = await open_class(services.keeper, chat_of(update).id, Plan(title, None, now, ends_at))
    if isinstance(opened, Refused):
        await tell(update, refusal(phrases, opened))
        return
    await show_code(update, context, Taught(opened, language))


async def show_code(update: Update, context: Context, taught: Taught) -> None:
    """Show how pupils join: a QR code with all of it under it, or in words where no picture can or should be."""
    phrases, username = context.services.phrasebook[taught.language], context.bot.username
    links = context.services.page_links
    doors = Doors(username, links.url if links else None)
    page = shared_page(phrases, taught.school_class, doors, context.services.zone, taught.language)
    if (await liked_by(update, context)).plain:
        await send(update, page)
        return
    picture = InputFile(qr_png(class_link(taught.school_class, username)), filename="class.png")
    try:
        await chat_of(update).send_photo(
            picture, page.html, parse_mode=ParseMode.HTML, reply_markup=page.keyboard, **place_of(update)
        )
    except Forbidden:
        raise
    except TelegramError as error:
        logger.warning("a QR code could not be sent (%s): it is told in words", type(error).__name__)
        await send(update, page)
