"""Addresses at Telegram that lead back to the bot: to an answer, a card, a topic, a lesson; and how to share them."""

import re
from urllib.parse import urlencode

from telegram.helpers import create_deep_linked_url

from handlers.buttons import Tap, Verb
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.records.own_routes import PREFIX

# Telegram's limit on a start parameter is 64 characters; an id has at most 48.
CARD = "c-"
TOPIC = "t-"
LESSON = "l-"
TOPICS = "topics"
MAP = "map"
STORY = "story"
# Of a class, before its code; of an invitation to teach one, before its secret.
CLASS = "k-"
INVITATION = "i-"
# Of an invitation to keep the base, before its secret.
EDITOR = "e-"

_OWN_ROUTE = re.compile(rf"{PREFIX}[0-9a-f]{{16}}")


def private_link(username: str, parameter: str) -> str:
    """Give the address that opens the bot's private chat at a start parameter."""
    return create_deep_linked_url(username, parameter)


def share_link(username: str, parameter: str, text: str) -> str:
    """Give the address that lets people pick whom to send a link and a text.

    Better on phones than `switch_inline_query`: one tap on a chat and the message is ready to send, without waiting
    for results, also where the bot's owner has not turned on inline mode.
    """
    return "https://t.me/share/url?" + urlencode({"url": private_link(username, parameter), "text": text})


def destination(library: Library, parameter: str, language: Language) -> Tap | None:
    """Tell where a start parameter leads, as the tap that leads there; None if nowhere (any more)."""
    if parameter in library.entries:
        return Tap(Verb.ENTRY, language, parameter)
    whole = {TOPICS: Verb.TOPICS}
    whole |= {MAP: Verb.MAP} if library.map else {}
    whole |= {STORY: Verb.STORY} if library.story else {}
    if parameter in whole:
        return Tap(whole[parameter], language)
    return _by_prefix(library, parameter, language)


def _by_prefix(library: Library, parameter: str, language: Language) -> Tap | None:
    """Tell where a parameter leads that says what kind of thing its id is of."""
    prefix, name = parameter[:2], parameter[2:]
    if prefix == CARD and name in library.distinctions:
        return Tap(Verb.CARD, language, name)
    if prefix == TOPIC and library.topic(name):
        return Tap(Verb.TOPICS, language, name)
    # Whether somebody's own route is still there is told where it is looked for.
    if prefix == LESSON and (name in library.routes or _OWN_ROUTE.fullmatch(name)):
        return Tap(Verb.ROUTE, language, name)
    return None
