"""What is an answer of the Bot API, and what is none."""

import json
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.reading import answer_in

MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}


def written(answer: Any) -> bytes:
    return json.dumps(answer).encode()


@pytest.mark.parametrize(
    ("status", "method", "answer"),
    [
        (200, "sendMessage", {"ok": True, "result": MESSAGE}),
        (200, "sendMediaGroup", {"ok": True, "result": [MESSAGE, MESSAGE]}),
        (200, "sendChatAction", {"ok": True, "result": True}),
        (200, "editMessageText", {"ok": True, "result": MESSAGE}),
        (200, "getMe", {"ok": True, "result": {"id": 1}}),
        (400, "sendMessage", {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}),
        (429, "sendMessage", {"ok": False, "error_code": 429, "parameters": {"retry_after": 3}}),
    ],
)
def test_an_answer_is_given_as_it_is(status: int, method: str, answer: Any) -> None:
    assert answer_in(status, written(answer), method) == written(answer)


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"<html>", b"[" * 100_000, b"null", b"[]", b"7", b"{}", b'{"ok": true}']
    + [written({"ok": True, "result": result}) for result in (None, 7, {}, [7], {**MESSAGE, "chat": 7})],
    ids=lambda body: repr(body[:40]),
)
def test_what_is_no_answer_is_told_from_one_without_its_words(body: bytes) -> None:
    with pytest.raises(NetworkError, match=r"^no answer of the Bot API \(200\)$"):
        answer_in(200, body, "sendMessage")


def test_a_page_that_is_not_found_does_not_say_that_the_token_is_unknown() -> None:
    with pytest.raises(NetworkError):
        answer_in(404, b"<html>not here", "sendMessage")


@pytest.mark.parametrize("status", [429, 500, 502])
@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"parameters": 7}'])
def test_an_error_of_the_server_is_one_whatever_it_says(status: int, body: bytes) -> None:
    assert answer_in(status, body, "sendMessage") == b"{}"
