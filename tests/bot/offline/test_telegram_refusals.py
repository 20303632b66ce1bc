"""What the other side of the wire refuses, as the real one does."""

import json
from typing import Any

import pytest

from bot.offline.telegram import OfflineTelegram
from tests.support.calls import refusal
from tests.support.naming import short

Data = dict[str, Any]

CHAT = 7


@pytest.mark.parametrize(
    ("method", "form", "refused"),
    [
        ("sendMesage", {}, (404, "Not Found: method not found")),
        ("sendDice", {"chat_id": CHAT}, (501, "Not Implemented: senddice is not there offline")),
        ("sendMessage", {"text": "x"}, (400, "Bad Request: parameter chat_id is required")),
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
            (400, "Bad Request: message to edit not found"),
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
@pytest.mark.xfail(strict=True, raises=ValueError, reason="a chat named by its username is not looked up but fails")
async def test_an_unknown_username_is_refused(telegram: OfflineTelegram, form: Data) -> None:
    assert await refusal(telegram, "sendMessage", text="x", **form) == (400, "Bad Request: chat not found")


@pytest.mark.parametrize("form", [{}, {"chat_id": CHAT}, {"message_id": 1}, {"inline_message_id": "1"}])
@pytest.mark.xfail(strict=True, raises=KeyError, reason="an edit without chat or message is not refused but fails")
async def test_an_edit_without_chat_or_message_is_refused(telegram: OfflineTelegram, form: Data) -> None:
    assert (await refusal(telegram, "editMessageText", text="x", **form))[0] == 400
