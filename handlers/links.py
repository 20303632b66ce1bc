"""Addresses at Telegram that lead back to the bot: to an answer, a card, a topic or the map; and how to share them."""

from urllib.parse import urlencode

from telegram.helpers import create_deep_linked_url

from handlers.buttons import Tap, Verb
from knowledge.languages import Language
from knowledge.library import Library

# Telegram's limit on a start parameter is 64 characters; an id has at most 48.
CARD = "c-"
TOPIC = "t-"
TOPICS = "topics"
MAP = "map"
# Of a class, before its code; of an invitation to teach one, before its secret.
CLASS = "k-"
INVITATION = "i-"


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
    if parameter == TOPICS:
        return Tap(Verb.TOPICS, language)
    if parameter == MAP and library.map:
        return Tap(Verb.MAP, language)
    if parameter.startswith(CARD) and parameter.removeprefix(CARD) in library.distinctions:
        return Tap(Verb.CARD, language, parameter.removeprefix(CARD))
    if parameter.startswith(TOPIC) and library.topic(parameter.removeprefix(TOPIC)):
        return Tap(Verb.TOPICS, language, parameter.removeprefix(TOPIC))
    return None
