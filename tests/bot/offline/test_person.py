"""What a person does, as the updates that Telegram makes of it."""

from collections.abc import Callable
from typing import Any

import pytest
import telegram as ptb
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.markup import utf16_length
from bot.offline.person import Person
from bot.offline.schema import check_type
from bot.offline.telegram import OfflineTelegram

Data = dict[str, Any]

PICTURE = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
VOICE = {"file_id": "1", "file_unique_id": "1", "duration": 1}
STICKER = VOICE | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
STICKER.pop("duration")


def tapping(person: Person) -> Data:
    said = {"message_id": 1, "date": 1, "chat": person.chat, "from": person.telegram.bot, "text": "x", "entities": []}
    return person.taps(said, "e:nl:x")


ACTS: list[tuple[str, Callable[[Person], Data]]] = [
    ("message", lambda person: person.says("Wat is 社会信用? 🙂")),
    ("message", lambda person: person.says("/start bees-honey")),
    ("edited_message", lambda person: person.edits("/ask again")),
    ("message", lambda person: person.sends(photo=PICTURE, caption="this?")),
    ("message", lambda person: person.sends(voice=VOICE)),
    ("message", lambda person: person.sends(sticker=STICKER)),
    ("message", lambda person: person.sends(left_chat_member=person.user)),
    ("callback_query", tapping),
]


@pytest.mark.parametrize(("kind", "act"), ACTS)
@pytest.mark.parametrize("group", [None, -100123])
@pytest.mark.parametrize("language_code", ["nl", None])
def test_every_act_is_an_update_that_the_api_knows_and_ptb_reads(
    telegram: OfflineTelegram, kind: str, act: Callable[[Person], Data], group: int | None, language_code: str | None
) -> None:
    raw = act(Person(telegram, id=5, language_code=language_code, group=group))
    check_type(raw, ["Update"], "update")
    assert {*raw} == {"update_id", kind}
    update = ptb.Update.de_json(raw, None)
    assert update.effective_user is not None
    assert update.effective_chat is not None
    assert (update.effective_user.id, update.effective_user.language_code) == (5, language_code)
    assert update.effective_chat.id == (group or 5)
    assert update.effective_chat.type == ("supergroup" if group else "private")
    assert not update.api_kwargs


def test_what_is_done_waits_to_be_fetched_under_numbers_that_rise(telegram: OfflineTelegram) -> None:
    person = Person(telegram)
    numbers = [person.says(str(turn))["update_id"] for turn in range(5)]
    assert numbers == sorted({*numbers})


def test_a_person_opens_the_chat_and_a_group_is_one_for_all(telegram: OfflineTelegram) -> None:
    Person(telegram, id=1)
    Person(telegram, id=2, group=-9)
    Person(telegram, id=3, group=-9)
    assert {*telegram.chats} == {1, -9}


@pytest.mark.parametrize(
    ("text", "length"),
    [("/start", 6), ("/ask what is it?", 4), ("/ask@nuance_offline_bot what?", 23), ("/help\nplease", 5), ("/a🙂", 2)],
)
def test_a_command_at_the_start_is_marked(telegram: OfflineTelegram, text: str, length: int) -> None:
    message = Person(telegram).says(text)["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": length}]


@pytest.mark.parametrize("text", ["start", " /start", "what is /start?", "/", "/🙂", "/ start", "//", ""])
def test_other_texts_are_not_marked(telegram: OfflineTelegram, text: str) -> None:
    message = Person(telegram).says(text)["message"]
    assert message["text"] == text
    assert "entities" not in message


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_typed_arrives_as_it_was(text: str) -> None:
    message = Person(OfflineTelegram()).says(text)["message"]
    assert message["text"] == text
    assert all(mark["length"] <= utf16_length(text) for mark in message.get("entities", []))


def test_a_tap_tells_what_was_tapped_and_waits_for_an_answer(telegram: OfflineTelegram) -> None:
    query = tapping(Person(telegram))["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("e:nl:x", 1)
    assert telegram.taps == {query["id"]}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("@some_bot x", [("mention", 0, 9)]),
        ("🐝 @some_bot, @other_bot", [("mention", 3, 9), ("mention", 14, 10)]),
        ("/ask@some_bot x", [("bot_command", 0, 13)]),
        ("/ask x @some_bot", [("bot_command", 0, 4), ("mention", 7, 9)]),
    ],
)
def test_names_are_marked_where_they_stand(
    telegram: OfflineTelegram, text: str, marked: list[tuple[str, int, int]]
) -> None:
    marks = Person(telegram).says(text)["message"]["entities"]
    assert [(mark["type"], mark["offset"], mark["length"]) for mark in marks] == marked


@pytest.mark.parametrize("text", ["mail me@home.nl", "@x", "@", "@@some_bot", "@1234"])
def test_what_only_looks_like_a_name_is_not_marked(telegram: OfflineTelegram, text: str) -> None:
    assert "entities" not in Person(telegram).says(text)["message"]


def test_every_other_act_is_an_update_as_telegram_makes_it(telegram: OfflineTelegram) -> None:
    person = Person(telegram, group=-9, topic=3)
    message = person.says("x")["message"]
    updates = [
        person.replies(message, "y"),
        person.calls(telegram.bot, "y"),
        person.queries("x", offset="1"),
        person.chooses("en:x", "x"),
        person.changes_the_bot("left", "member"),
        *person.upgrades_the_group(-10),
        Person(telegram, id=2, group=-9, anonymous=True).says("z"),
    ]
    for update in updates:
        check_type(update, ["Update"], "update")
    assert message["message_thread_id"] == 3
    assert updates[-1]["message"]["sender_chat"]["id"] == -9
