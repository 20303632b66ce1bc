"""/topics: everything there is, by topic and in pages, in one message that changes as people tap."""

from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.liking import as_liked
from handlers.paging import page_of, turning_row
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button, entry_rows, topic_rows
from handlers.spelled_out import choices_under
from handlers.talk import change, dialogue_of, offer, phrases_for, send
from knowledge.languages import Language
from knowledge.library import Library

# With this many, every entry of a topic is on its first or second page.
QUESTIONS_PER_PAGE = 12


async def topics(update: Update, context: Context) -> None:
    """List the topics."""
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    listed = all_topics(context.services.library, phrases, dialogue.prior)
    await send(update, await as_liked(update, context, phrases, listed))
    await offer(update, context, dialogue, choices_under(listed))


async def open_topic(update: Update, context: Context, tap: Tap) -> None:
    """Show a page of a topic, or all topics, in place of what was shown."""
    phrases = context.services.phrasebook[tap.language]
    page = topic_page(context.services.library, phrases, tap)
    await change(update, await as_liked(update, context, phrases, page))
    await offer(update, context, await dialogue_of(update, context), choices_under(page))


def all_topics(library: Library, phrases: Phrases, language: Language, *, gone: bool = False) -> Reply:
    """Render the list of topics; `gone` tells that the one that was wanted is no longer there."""
    title = phrases.topics.gone if gone else phrases.topics.title
    return Reply(escape(title), topic_rows(library.pack.topics, language))


def topic_page(library: Library, phrases: Phrases, tap: Tap) -> Reply:
    """Render a page of a topic's questions."""
    topic = library.topic(tap.about)
    if topic is None:
        return all_topics(library, phrases, tap.language, gone=bool(tap.about))
    page = page_of(library.in_topic(topic.id), tap.page, QUESTIONS_PER_PAGE)
    title = topic.titles[tap.language]
    if page.count > 1:
        title = phrases.topics.page.format(title=title, page=page.number + 1, pages=page.count)
    back = (button(phrases.buttons.back, Tap(Verb.TOPICS, tap.language)),)
    return Reply(
        f"<b>{escape(title)}</b>", (*entry_rows(page.items, tap.language), *turning_row(phrases, page, tap), back)
    )
