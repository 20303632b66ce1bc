"""What is asked in a message that is meant for the bot, with marks counted in units of UTF-16."""

import datetime as dt
from typing import Any

import pytest
from telegram import Chat, Message, MessageEntity, User

from bot.offline.markup import utf16_length
from handlers.addressing import Addressed, addressed

BOT = User(9, "Bot", is_bot=True, username="animal_bot")
PERSON = User(1, "Person", is_bot=False)
CHAT = Chat(-1, "supergroup")


def message(text: str, *names: str, **more: Any) -> Message:
    """Make a message in which names are marked as mentions."""
    marks = [
        MessageEntity(MessageEntity.MENTION, utf16_length(text[: text.index(name)]), utf16_length(name))
        for name in names
    ]
    return Message(1, dt.datetime.now(dt.UTC), CHAT, from_user=PERSON, text=text, entities=marks, **more)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@animal_bot what of honey?", "what of honey?"),
        ("🐝🐝 what of @animal_bot honey", "🐝🐝 what of  honey"),
        ("what of honey, @animal_bot", "what of honey"),
        ("@Animal_Bot: honey", "honey"),
        ("@animal_bot", ""),
        ("@animal_bot /ask honey", "/ask honey"),
    ],
)
def test_the_name_is_taken_out(text: str, asked: str) -> None:
    name = next(word.strip(":,") for word in text.split() if "@" in word)
    assert addressed(message(text, name), BOT) == Addressed("mention", asked)


def test_every_mention_is_taken_out() -> None:
    text = "@animal_bot honey @animal_bot"
    marks = [MessageEntity(MessageEntity.MENTION, offset, 11) for offset in (0, 18)]
    both = Message(1, dt.datetime.now(dt.UTC), CHAT, from_user=PERSON, text=text, entities=marks)
    assert addressed(both, BOT) == Addressed("mention", "honey")


@pytest.mark.parametrize("name", ["@animal_bots", "@animal", "@other_bot"])
def test_another_name_is_not_the_bots(name: str) -> None:
    assert addressed(message(f"{name} honey", name), BOT) is None


def test_the_name_without_a_mark_is_only_text() -> None:
    assert addressed(message("@animal_bot honey"), BOT) is None


@pytest.mark.parametrize(("text", "meant"), [("honey", True), ("/nope", False), ("  ", False)])
def test_a_reply_to_the_bot_is_meant_for_it_unless_it_is_a_command(text: str, *, meant: bool) -> None:
    answer = Message(2, dt.datetime.now(dt.UTC), CHAT, from_user=BOT, text="answer")
    found = addressed(message(text, reply_to_message=answer), BOT)
    assert found == (Addressed("reply", text) if meant else None)


def test_an_anonymous_administrator_is_heard() -> None:
    anonymous = User(1087968824, "Group", is_bot=True)
    marks = [MessageEntity(MessageEntity.MENTION, 0, 11)]
    asked = Message(
        1,
        dt.datetime.now(dt.UTC),
        CHAT,
        from_user=anonymous,
        sender_chat=CHAT,
        text="@animal_bot honey",
        entities=marks,
    )
    assert addressed(asked, BOT) == Addressed("mention", "honey")
