"""/class page: the way to the page of a class, for its teachers."""

from html import escape

from telegram import InlineKeyboardButton, Update, WebAppInfo

from handlers.class_gate import Taught
from handlers.class_pages import class_button
from handlers.context import Context
from handlers.page_links import PageLink
from handlers.phrasebook import Phrases
from handlers.replies import Reply, Rows
from handlers.talk import chat_of, send, tell


async def show_page(update: Update, context: Context, taught: Taught) -> None:
    """Give a teacher the links to the page of a class, which are for this teacher alone, and the one to its board."""
    services, phrases = context.services, context.services.phrasebook[taught.language]
    if services.page_links is None:
        await tell(update, phrases.class_page.none)
        return
    link = services.page_links.to_class(taught.school_class.id, chat_of(update).id)
    html = escape(phrases.class_page.here.format(title=taught.school_class.title))
    if link.app is None:
        # Telegram takes no button that leads to an address without https.
        html += f"\n\n<code>{escape(link.browser)}</code>"
    html += f"\n\n{escape(phrases.class_page.board)}\n<code>{escape(link.board)}</code>"
    back = class_button(phrases.class_labels.show, "show", taught.school_class, taught.language)
    await send(update, Reply(html, (*_links(phrases, link), back)))


def _links(phrases: Phrases, link: PageLink) -> Rows:
    if link.app is None:
        return ()
    words = phrases.class_page
    return (
        (InlineKeyboardButton(words.open_app, web_app=WebAppInfo(link.app)),),
        (InlineKeyboardButton(words.open_browser, url=link.browser),),
    )
