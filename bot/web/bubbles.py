"""A message as a page shows it: its words, its picture or file, its buttons, and what it asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from bot.web.markup import as_html
from bot.web.rooms import Shown

Data = dict[str, Any]

# Where there is no phone there is no Telegram to share with.
_WEB = re.compile(r"https?://(?!t\.me/)")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it says, and either what tapping it tells the bot or where it leads."""

    label: str
    data: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """Something to vote for; `chosen` and `right` are told once there was a vote."""

    text: str
    number: int
    chosen: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Ballot:
    """A poll: what it asks, what there is to choose from, and after the vote what is to be learned from it."""

    question: Markup
    options: tuple[Option, ...]
    several: bool
    voted: bool
    closed: bool
    quiz: bool
    explanation: Markup


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture under its id, with its width and height in pixels."""

    id: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message, ready to be shown."""

    id: int
    stamp: int
    mine: bool
    words: Markup
    picture: Picture | None
    file: tuple[str, str] | None
    ballot: Ballot | None
    rows: tuple[tuple[Button, ...], ...]


def bubble(shown: Shown, chosen: list[int] | None = None) -> Bubble:
    """Make a message ready to be shown; `chosen` are the options that the person voted for."""
    message = shown.message
    return Bubble(
        id=message["message_id"],
        stamp=shown.stamp,
        mine=shown.mine,
        words=_words(message),
        picture=_picture(message),
        file=(message["document"]["file_id"], message["document"]["file_name"]) if "document" in message else None,
        ballot=_ballot(message["poll"], chosen) if "poll" in message else None,
        rows=tuple(buttons for row in _rows(message) if (buttons := tuple(_buttons(row)))),
    )


def offers(message: Data, data: str) -> bool:
    """Tell whether a message has a button that carries certain data."""
    return any(button.get("callback_data") == data for row in _rows(message) for button in row)


def _words(message: Data) -> Markup:
    if "caption" in message:
        return as_html(message["caption"], message.get("caption_entities", ()))
    if not message["from"]["is_bot"]:
        return escape(message.get("text", ""))
    return as_html(message.get("text", ""), message.get("entities", ()))


def _picture(message: Data) -> Picture | None:
    if "photo" not in message:
        return None
    largest = message["photo"][-1]
    return Picture(largest["file_id"], largest["width"], largest["height"])


def _rows(message: Data) -> list[list[Data]]:
    rows: list[list[Data]] = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return rows


def _buttons(row: list[Data]) -> Iterator[Button]:
    """Yield the buttons that work in a browser: those that only Telegram can follow are left out."""
    for button in row:
        if "callback_data" in button:
            yield Button(button["text"], data=button["callback_data"])
        elif "url" in button and _WEB.match(button["url"]):
            yield Button(button["text"], address=button["url"])


def _ballot(poll: Data, chosen: list[int] | None) -> Ballot:
    right = poll.get("correct_option_ids", []) if chosen or poll["is_closed"] else []
    return Ballot(
        question=as_html(poll["question"], poll.get("question_entities", ())),
        options=tuple(
            Option(option["text"], number, number in (chosen or ()), number in right)
            for number, option in enumerate(poll["options"])
        ),
        several=poll["allows_multiple_answers"],
        voted=bool(chosen),
        closed=poll["is_closed"],
        quiz=poll["type"] == "quiz",
        explanation=as_html(poll.get("explanation", ""), poll.get("explanation_entities", ())) if chosen else Markup(),
    )
