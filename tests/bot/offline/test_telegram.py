"""The other side of the wire: what it keeps and gives."""

import asyncio
import json
from typing import Any

import pytest

from bot.offline.person import Person
from bot.offline.schema import check_type
from bot.offline.telegram import OfflineTelegram
from tests.support.calls import does, refusal
from tests.support.naming import short
from tests.support.pictures import picture

Data = dict[str, Any]

CHAT = 7
KEYBOARD = json.dumps({"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]})


async def test_the_bot_introduces_itself(telegram: OfflineTelegram) -> None:
    me = await does(telegram, "getMe")
    assert (me["is_bot"], me["username"]) == (True, "nuance_offline_bot")


@pytest.mark.usefixtures("person")
async def test_a_message_is_kept_with_its_entities_and_buttons(telegram: OfflineTelegram) -> None:
    form = {"chat_id": CHAT, "text": "<b>😀</b>!", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    message = await does(telegram, "sendMessage", **form)
    assert (message["text"], message["chat"]["id"], message["from"]) == ("😀!", CHAT, telegram.bot)
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert message["reply_markup"] == json.loads(KEYBOARD)
    [call] = telegram.calls
    assert (call.method, call.parameters["text"], call.result) == ("sendmessage", "<b>😀</b>!", message)


@pytest.mark.usefixtures("person")
async def test_an_edit_changes_the_message_and_drops_buttons_that_are_not_given_again(
    telegram: OfflineTelegram,
) -> None:
    sent = await does(telegram, "sendMessage", chat_id=CHAT, text="one", reply_markup=KEYBOARD)
    place = {"chat_id": CHAT, "message_id": sent["message_id"]}
    edited = await does(telegram, "editMessageText", **place, text="two")
    assert (edited["message_id"], edited["text"]) == (sent["message_id"], "two")
    assert "reply_markup" not in edited
    assert "edit_date" in edited


@pytest.mark.usefixtures("person")
async def test_an_edit_to_the_same_is_not_modified(telegram: OfflineTelegram) -> None:
    form = {"chat_id": CHAT, "text": "<i>x</i>", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    place = {"message_id": (await does(telegram, "sendMessage", **form))["message_id"]}
    status, description = await refusal(telegram, "editMessageText", **form, **place)
    assert (status, description[:44]) == (400, "Bad Request: message is not modified: specif")
    await does(telegram, "editMessageText", **form | {"text": "<b>x</b>"}, **place)
    await does(
        telegram, "editMessageText", **form | {"text": "<b>x</b>", "reply_markup": KEYBOARD.replace("Go", "!")}, **place
    )


@pytest.mark.usefixtures("person")
async def test_a_picture_is_sent_with_caption_buttons_and_its_own_kind_of_message(telegram: OfflineTelegram) -> None:
    form = {"chat_id": str(CHAT), "caption": "<i>😀</i>", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    status, body = await telegram.call("sendPhoto", form, {"photo": picture(9, 9)})
    assert status == 200
    message = body["result"]
    check_type(message, ["Message"], "result")
    assert (message["caption"], message["reply_markup"]) == ("😀", json.loads(KEYBOARD))
    assert message["caption_entities"] == [{"type": "italic", "offset": 0, "length": 2}]
    again = await does(telegram, "sendPhoto", chat_id=CHAT, photo=message["photo"][0]["file_id"])
    assert again["photo"] == message["photo"]
    assert "caption" not in again
    place = {"chat_id": CHAT, "message_id": message["message_id"]}
    refused = await refusal(telegram, "editMessageText", **place, text="x")
    assert refused == (400, "Bad Request: there is no text in the message to edit")


async def test_what_a_person_wrote_can_not_be_edited(telegram: OfflineTelegram, person: Person) -> None:
    number = person.says("mine")["message"]["message_id"]
    refused = await refusal(telegram, "editMessageText", chat_id=CHAT, message_id=number, text="yours")
    assert refused == (400, "Bad Request: message to edit not found")


@pytest.mark.usefixtures("person")
async def test_the_buttons_of_a_message_are_changed_and_nothing_else(telegram: OfflineTelegram) -> None:
    message = await does(telegram, "sendMessage", chat_id=CHAT, text="x")
    place = {"chat_id": CHAT, "message_id": message["message_id"]}
    changed = await does(telegram, "editMessageReplyMarkup", **place, reply_markup=KEYBOARD)
    assert (changed["text"], changed["reply_markup"]) == ("x", json.loads(KEYBOARD))
    status, description = await refusal(telegram, "editMessageReplyMarkup", **place, reply_markup=KEYBOARD)
    assert (status, "not modified" in description) == (400, True)
    empty = '{"inline_keyboard": [[]]}'
    assert (await refusal(telegram, "editMessageReplyMarkup", **place, reply_markup=empty))[0] == 400
    place["message_id"] += 1
    refused = await refusal(telegram, "editMessageReplyMarkup", **place, reply_markup=KEYBOARD)
    assert refused == (400, "Bad Request: message to edit not found")


async def test_a_tap_is_answered_once(telegram: OfflineTelegram, person: Person) -> None:
    message = await does(telegram, "sendMessage", chat_id=CHAT, text="x", reply_markup=KEYBOARD)
    tap = person.taps(message, "go")["callback_query"]["id"]
    assert await does(telegram, "answerCallbackQuery", callback_query_id=tap) is True
    for number in (tap, "unheard of"):
        status, description = await refusal(telegram, "answerCallbackQuery", callback_query_id=number)
        assert (status, "query ID is invalid" in description) == (400, True)


async def test_updates_wait_until_they_are_confirmed(telegram: OfflineTelegram, person: Person) -> None:
    first, second, third = (person.says(text) for text in ("1", "2", "3"))
    assert await does(telegram, "getUpdates") == [first, second, third]
    assert await does(telegram, "getUpdates", limit=1) == [first]
    assert await does(telegram, "getUpdates", offset=second["update_id"]) == [second, third]
    assert await does(telegram, "getUpdates", offset=third["update_id"] + 1) == []
    assert telegram.calls == []


async def test_a_poll_waits_for_what_comes(telegram: OfflineTelegram, person: Person) -> None:
    waiting = asyncio.create_task(does(telegram, "getUpdates", timeout=60))
    await asyncio.sleep(0)
    assert not waiting.done()
    update = person.says("late")
    assert await waiting == [update]


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    ("method", "form"), [("setMyDescription", {}), ("sendChatAction", {"chat_id": 7, "action": "typing"})]
)
async def test_what_has_no_effect_offline_can_be_seen_in_the_calls(
    telegram: OfflineTelegram, method: str, form: Data
) -> None:
    assert await does(telegram, method, **form) is True
    assert (telegram.calls[-1].method, telegram.calls[-1].parameters) == (method.lower(), form)


async def test_a_message_in_a_topic_stays_in_it(telegram: OfflineTelegram) -> None:
    Person(telegram, group=-9, topic=3)
    message = await does(telegram, "sendMessage", chat_id=-9, text="x", message_thread_id=3)
    assert (message["message_thread_id"], message["is_topic_message"]) == (3, True)


async def test_only_the_updates_that_were_asked_for_are_handed_out(telegram: OfflineTelegram, person: Person) -> None:
    person.edits("not asked for")
    wanted = person.says("asked for")
    assert await does(telegram, "getUpdates", allowed_updates='["message"]') == [wanted]


@pytest.mark.parametrize(
    ("method", "form", "refused"),
    [
        ("sendMesage", {}, (404, "Not Found: method not found")),
        ("sendDice", {"chat_id": CHAT}, (501, "Not Implemented: senddice is not there offline")),
        ("sendMessage", {"text": "x"}, (400, "Bad Request: parameter chat_id is required")),
        ("sendPhoto", {"chat_id": CHAT}, (400, "Bad Request: parameter photo is required")),
        ("sendPhoto", {"chat_id": 8, "photo": "x"}, (400, "Bad Request: chat not found")),
        (
            "sendPhoto",
            {"chat_id": CHAT, "photo": "x"},
            (400, "Bad Request: wrong file identifier/HTTP URL specified"),
        ),
        (
            "sendMessage",
            {"chat_id": CHAT, "text": "x", "colour": "red"},
            (400, "Bad Request: parameter colour is unknown"),
        ),
        ("sendMessage", {"chat_id": 8, "text": "x"}, (400, "Bad Request: chat not found")),
        ("sendMessage", {"chat_id": CHAT, "text": ""}, (400, "Bad Request: message text is empty")),
        ("sendMessage", {"chat_id": CHAT, "text": "x" * 4097}, (400, "Bad Request: message is too long")),
        (
            "setMyShortDescription",
            {"short_description": "x" * 121},
            (400, "Bad Request: short_description is too long"),
        ),
        (
            "editMessageText",
            {"chat_id": CHAT, "message_id": 99, "text": "x"},
            (400, "Bad Request: message to edit not found"),
        ),
        (
            "editMessageText",
            {"chat_id": 8, "message_id": 1, "text": "x"},
            (400, "Bad Request: chat not found"),
        ),
    ],
    ids=short,
)
@pytest.mark.usefixtures("person")
async def test_what_the_real_one_refuses_is_refused(
    telegram: OfflineTelegram, method: str, form: Data, refused: tuple[int, str]
) -> None:
    assert await refusal(telegram, method, **form) == refused


@pytest.mark.parametrize("rows", [[], [[]], [[{"text": "x"}]], [[{"text": "x", "callback_data": "x" * 65}]]])
@pytest.mark.usefixtures("person")
async def test_a_wrong_keyboard_is_refused_and_leaves_nothing_to_see(telegram: OfflineTelegram, rows: Any) -> None:
    markup = json.dumps({"inline_keyboard": rows})
    assert (await refusal(telegram, "sendMessage", chat_id=CHAT, text="x", reply_markup=markup))[0] == 400


@pytest.mark.parametrize("form", [{"chat_id": "@nobody"}, {"chat_id": "🙂"}], ids=["name", "emoji"])
async def test_an_unknown_username_is_refused(telegram: OfflineTelegram, form: Data) -> None:
    assert await refusal(telegram, "sendMessage", text="x", **form) == (400, "Bad Request: chat not found")


@pytest.mark.parametrize("form", [{}, {"chat_id": CHAT}, {"message_id": 1}, {"inline_message_id": "1"}])
async def test_an_edit_without_chat_or_message_is_refused(telegram: OfflineTelegram, form: Data) -> None:
    assert (await refusal(telegram, "editMessageText", text="x", **form))[0] == 400
