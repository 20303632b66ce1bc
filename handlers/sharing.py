"""How an outcome looks where it is said: with a button to share it in private, with one row of buttons in company."""

from dataclasses import replace
from html import escape

from telegram import InlineKeyboardButton

from handlers.buttons import Tap, Verb
from handlers.elsewhere import line_on_languages
from handlers.links import TOPICS, private_link, share_link
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from knowledge.library import Library
from knowledge.outcomes import Outcome


def in_private(library: Library, phrases: Phrases, outcome: Outcome, reply: Reply, username: str) -> Reply:
    """Fit a rendered outcome to a private chat: an answer can be shared."""
    if outcome.act != "answer" or outcome.entry is None:
        return reply
    question = library.entries[outcome.entry].texts[outcome.language].question
    sharing = InlineKeyboardButton(phrases.buttons.share, url=share_link(username, outcome.entry, question))
    return replace(reply, rows=(*reply.rows, (sharing,)))


def in_company(_library: Library, phrases: Phrases, outcome: Outcome, reply: Reply, username: str) -> Reply:
    """Fit a rendered outcome to a group: one message, with one row of buttons at most but for what is offered."""
    if outcome.act == "clarify":
        return reply
    if outcome.act == "fallback":
        line = line_on_languages(outcome.tongue) if outcome.tongue else phrases.groups.fallback
        return Reply(escape(line), ((_onward(phrases.buttons.all_private, username, TOPICS),),))
    if outcome.entry is None:
        return replace(reply, rows=())
    row = [private_button(phrases, username, outcome.entry)]
    if outcome.act == "answer":
        row.append(button(phrases.buttons.source, Tap(Verb.SOURCE, outcome.language, outcome.entry)))
    return replace(reply, rows=(tuple(row),))


def private_button(phrases: Phrases, username: str, parameter: str) -> InlineKeyboardButton:
    """Make the button that goes on with an answer in the bot's private chat."""
    return _onward(phrases.buttons.private, username, parameter)


def _onward(label: str, username: str, parameter: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, url=private_link(username, parameter))
