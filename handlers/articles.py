"""The results of an inline query: entries and topics as articles, each with the message that choosing it sends."""

from html import escape
from itertools import islice

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode

from handlers import replies
from handlers.links import TOPIC, TOPICS, private_link
from handlers.phrasebook import Phrases
from handlers.prose import beginning
from handlers.rendering import NO_PREVIEW
from handlers.sharing import private_button
from knowledge.entries import Entry
from knowledge.languages import Language, as_language
from knowledge.library import Library
from knowledge.pack import Topic

# How many questions of a topic are named.
NAMED_QUESTIONS = 10


def entry_article(
    library: Library, phrases: Phrases, entry: Entry, language: Language, username: str
) -> InlineQueryResultArticle:
    """Offer an entry: its question, the beginning of its answer and where it comes from."""
    text = entry.texts[language]
    publishers = dict.fromkeys(library.works[pointer.work].publisher for pointer in entry.sources)
    source = phrases.answer.source_line.format(source=", ".join(publishers))
    html = replies.answer(library, phrases, entry, language).html
    return InlineQueryResultArticle(
        id=f"{language}:{entry.id}",
        title=text.question,
        description=f"{beginning(text.answer)}\n{source}",
        input_message_content=InputTextMessageContent(html, ParseMode.HTML, link_preview_options=NO_PREVIEW),
        reply_markup=InlineKeyboardMarkup.from_button(private_button(phrases, username, entry.id)),
    )


def topic_article(
    library: Library, phrases: Phrases, topic: Topic, language: Language, username: str
) -> InlineQueryResultArticle:
    """Offer a topic: choosing it sends its questions, each as a link to its answer."""
    questions = {entry.id: entry.texts[language].question for entry in library.in_topic(topic.id)}
    title = phrases.inline.topic.format(title=topic.titles[language])
    lines = [
        f'<a href="{escape(private_link(username, entry))}">{escape(question)}</a>'
        for entry, question in islice(questions.items(), NAMED_QUESTIONS)
    ]
    return InlineQueryResultArticle(
        id=f"{language}:{TOPIC}{topic.id}",
        title=title,
        description=" ".join(islice(questions.values(), 2)),
        input_message_content=InputTextMessageContent(
            "\n".join([f"<b>{escape(title)}</b>\n", *lines]), ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=InlineKeyboardMarkup.from_button(private_button(phrases, username, TOPIC + topic.id)),
    )


def nothing_article(phrases: Phrases, language: Language, username: str) -> InlineQueryResultArticle:
    """Say that nothing fits, with the way to everything that there is."""
    onward = InlineKeyboardButton(phrases.buttons.all_private, url=private_link(username, TOPICS))
    return InlineQueryResultArticle(
        id=f"{language}:-",
        title=phrases.inline.nothing,
        description=phrases.inline.browse,
        input_message_content=InputTextMessageContent(
            escape(phrases.groups.fallback), ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=InlineKeyboardMarkup.from_button(onward),
    )


def read_result_id(result_id: str) -> tuple[Language, str] | None:
    """Read the id of a result as a language and what it offered; None if it is none of ours."""
    code, _, about = result_id.partition(":")
    language = as_language(code)
    return (language, about) if language and about else None
