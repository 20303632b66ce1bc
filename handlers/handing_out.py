"""/handout: a topic or a distinction chosen with buttons, and the sheet about it as a PDF to print."""

import asyncio
from html import escape

from telegram import InputFile, Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.handouts import handout_of
from handlers.liking import liked_by
from handlers.links import CARD, TOPIC
from handlers.paging import page_of, turning_row
from handlers.phrasebook import Phrases
from handlers.replies import Reply, Rows, button
from handlers.talk import change, chat_of, dialogue_of, phrases_for, place_of, send, tell
from knowledge.drawing.fonts import UndrawableError
from knowledge.handouts.handout import Handout
from knowledge.handouts.html import draw_html
from knowledge.handouts.subjects import Subject, subject_of
from knowledge.library import Library

# What a tap is about that asks for the list of distinctions.
CARDS = "cards"
CARDS_PER_PAGE = 9


async def choose_handout(update: Update, context: Context) -> None:
    """Ask what the sheet is to be about."""
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    await send(update, topics_page(context.services.library, phrases, Tap(Verb.HANDOUT, dialogue.prior)))


async def hand_out(update: Update, context: Context, tap: Tap) -> None:
    """Show what there is to choose from in place of what was shown, or send the sheet that was chosen."""
    library, phrases = context.services.library, context.services.phrasebook[tap.language]
    if tap.about in {"", CARDS}:
        page = cards_page if tap.about else topics_page
        await change(update, page(library, phrases, tap))
    elif subject := chosen(library, tap.about):
        await _send_sheet(update, context, subject, tap)
    else:
        await tell(update, phrases.callback.stale)


def topics_page(library: Library, phrases: Phrases, tap: Tap) -> Reply:
    """Render the list of topics, with a button to that of the distinctions if there are any."""
    language = tap.language
    rows: Rows = tuple(
        (button(topic.titles[language], Tap(Verb.HANDOUT, language, f"{TOPIC}{topic.id}")),)
        for topic in library.pack.topics
        if library.in_topic(topic.id)
    )
    if library.distinctions:
        rows = ((button(phrases.handout.distinctions, Tap(Verb.HANDOUT, language, CARDS)),), *rows)
    return Reply(escape(phrases.handout.choose), rows)


def cards_page(library: Library, phrases: Phrases, tap: Tap) -> Reply:
    """Render a page of the list of distinctions, with a button back to the topics."""
    page = page_of([*library.distinctions.values()], tap.page, CARDS_PER_PAGE)
    rows: Rows = tuple(
        (button(card.texts[tap.language].title, Tap(Verb.HANDOUT, tap.language, f"{CARD}{card.id}")),)
        for card in page.items
    )
    back = (button(phrases.buttons.back, Tap(Verb.HANDOUT, tap.language)),)
    return Reply(escape(phrases.handout.choose), (*rows, *turning_row(phrases, page, tap), back))


def chosen(library: Library, about: str) -> Subject | None:
    """Find what a tap is about; None if it is not there (any more)."""
    if about.startswith(TOPIC):
        return subject_of(library, "topic", about.removeprefix(TOPIC))
    if about.startswith(CARD):
        return subject_of(library, "distinction", about.removeprefix(CARD))
    return None


def drawn(handout: Handout) -> tuple[bytes, str]:
    """Draw a sheet as PDF, or as a page if the typeface lacks a character of it; give the file and its ending."""
    from knowledge.handouts.pdf import draw_pdf  # noqa: PLC0415  (a third of a second that a start saves)

    try:
        return draw_pdf(handout), "pdf"
    except UndrawableError:
        return draw_html(handout).encode(), "html"


async def _send_sheet(update: Update, context: Context, subject: Subject, tap: Tap) -> None:
    library, phrases = context.services.library, context.services.phrasebook[tap.language]
    simple = (await liked_by(update, context)).simple
    handout = handout_of(library, phrases, subject, tap.language, context.bot.username, simple=simple)
    content, ending = await asyncio.to_thread(drawn, handout)
    await chat_of(update).send_document(
        InputFile(content, filename=f"{subject.id}.{tap.language}.{ending}"),
        phrases.handout.caption.format(title=handout.title),
        **place_of(update),
    )
