"""What is known of who speaks, read in one go before a message is answered."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.classes import Class
from knowledge.outcomes import Dialogue
from knowledge.preferences import LIKE_EVERYBODY, Preferences
from knowledge.records import conversations
from knowledge.records.conversations import Place
from knowledge.records.keeper import Keeper
from knowledge.records.preferences import liked
from knowledge.records.pupils import classes_joined


@dataclass(frozen=True, slots=True)
class Known:
    """Where the conversation stands, None for a new one; how the person likes to be answered; the class they are in."""

    dialogue: Dialogue | None = None
    preferences: Preferences = LIKE_EVERYBODY
    school_class: Class | None = None


class Speaking(NamedTuple):
    """Who speaks where and when, by their ids; in private the chat is the person's."""

    chat: int
    person: int
    at: dt.datetime
    private: bool


class _Speaker(NamedTuple):
    place: Place
    person: str
    pupil: int
    now: dt.datetime


async def known_of(keeper: Keeper, speaking: Speaking) -> Known:
    """Tell what is known of who speaks; while the database is away, what the process remembers. No group is a class."""
    place = keeper.place(speaking.chat, None if speaking.private else speaking.person)
    # Pupils are private chats, whose numbers are never 0.
    pupil = speaking.chat if speaking.private else 0
    speaker = _Speaker(place, keeper.pseudonyms.of(speaking.person), pupil, keeper.store.now())
    known = await keeper.find(_read, speaker, Known())
    open_class = known.school_class if known.school_class and known.school_class.is_open(speaking.at) else None
    return replace(known, dialogue=keeper.remembered(place) or known.dialogue, school_class=open_class)


async def _read(connection: AsyncConnection, speakers: Sequence[_Speaker]) -> list[Known]:
    now = max(speaker.now for speaker in speakers)
    dialogues = await conversations.read(connection, [speaker.place for speaker in speakers], now)
    preferences = await liked(connection, [speaker.person for speaker in speakers])
    classes = await classes_joined(connection, [speaker.pupil for speaker in speakers])
    return [Known(*each) for each in zip(dialogues, preferences, classes, strict=True)]
