"""The facts of the Bot API, and the reading of parameters against them."""

from typing import Any

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st

from bot.offline.refusals import RefusedError
from bot.offline.schema import check_type, facts, read_parameters
from tests.support.naming import short
from tests.support.samples import fullest, least, reachable

TEXT = {"chat_id": "1", "text": "x"}
PLACE = {"chat_id": "1", "latitude": "52", "longitude": "4.3"}


def test_the_facts_are_those_of_the_api_that_ptb_speaks() -> None:
    assert facts()["version"] == f"Bot API {telegram.constants.BOT_API_VERSION}"
    known = {name.lower() for name in dir(telegram.Bot)}
    assert [method for method in facts()["methods"] if method.lower() not in known] == []


@pytest.mark.parametrize("kind", [kind for kind in reachable("Update") if "subtypes" not in facts()["types"][kind]])
def test_ptb_reads_every_type_that_an_update_can_hold(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    for value in (least(kind), fullest(kind)):
        check_type(value, [kind], kind)
        parsed = getattr(telegram, kind).de_json(value, None)
        assert isinstance(parsed, getattr(telegram, kind))
        assert {*parsed.api_kwargs} <= {"date", "type", "source", "status"}


@pytest.mark.parametrize(
    ("method", "form", "read"),
    [
        ("getMe", {}, {}),
        ("GETME", {}, {}),
        ("sendMessage", TEXT, {"chat_id": 1, "text": "x"}),
        ("sendMessage", TEXT | {"chat_id": "@channel"}, {"chat_id": "@channel", "text": "x"}),
        ("sendMessage", TEXT | {"text": "123"}, {"chat_id": 1, "text": "123"}),
        ("sendMessage", TEXT | {"text": '{"a": 1}'}, {"chat_id": 1, "text": '{"a": 1}'}),
        ("sendMessage", TEXT | {"protect_content": "true"}, {"chat_id": 1, "text": "x", "protect_content": True}),
        ("getUpdates", {"allowed_updates": '["message"]'}, {"allowed_updates": ["message"]}),
        ("sendLocation", PLACE, {"chat_id": 1, "latitude": 52, "longitude": 4.3}),
    ],
)
def test_parameters_are_read_by_their_type(method: str, form: dict[str, str], read: dict[str, Any]) -> None:
    assert read_parameters(method, form) == read


@pytest.mark.parametrize("method", ["", "sendmessages", "send_message", "__init__", "методы", "sendMessage/"])
def test_an_unknown_method_is_not_found(method: str) -> None:
    with pytest.raises(RefusedError, match=r"^Not Found: method not found$") as refused:
        read_parameters(method, {})
    assert refused.value.status == 404


@pytest.mark.parametrize(
    ("method", "form", "reason"),
    [
        ("sendMessage", {"text": "x"}, "parameter chat_id is required"),
        ("sendMessage", {"chat_id": "1"}, "parameter text is required"),
        ("sendMessage", {}, "parameter chat_id is required"),
        ("sendMessage", TEXT | {"reply_to": "1"}, "parameter reply_to is unknown"),
        ("sendMessage", TEXT | {"Text": "x"}, "parameter Text is unknown"),
        ("getMe", {"chat_id": "1"}, "parameter chat_id is unknown"),
        ("sendMessage", TEXT | {"chat_id": "1.5"}, "parameter chat_id is not Integer or String"),
        ("sendMessage", TEXT | {"chat_id": "true"}, "parameter chat_id is not Integer or String"),
        ("sendMessage", TEXT | {"protect_content": "1"}, "parameter protect_content is not Boolean"),
        ("sendMessage", TEXT | {"protect_content": "yes"}, "parameter protect_content is not Boolean"),
        ("sendMessage", TEXT | {"message_thread_id": "true"}, "parameter message_thread_id is not Integer"),
        ("sendMessage", TEXT | {"message_thread_id": ""}, "parameter message_thread_id is not Integer"),
        ("sendMessage", TEXT | {"reply_markup": "null"}, "parameter reply_markup is not InlineKeyboardMarkup or"),
        ("sendMessage", TEXT | {"reply_markup": '{"inline_keyboard": {}}'}, "parameter reply_markup is not"),
        (
            "sendMessage",
            TEXT | {"reply_markup": '{"inline_keyboard": [{"text": "x"}]}'},
            "parameter reply_markup is not",
        ),
        (
            "sendMessage",
            TEXT | {"reply_markup": '{"inline_keyboard": [[{"text": 1}]]}'},
            "parameter reply_markup is not",
        ),
        ("sendMessage", TEXT | {"reply_markup": '{"inline_keyboard": [[{}]]}'}, "parameter reply_markup is not"),
        ("sendMessage", TEXT | {"reply_markup": '{"inline_keyboard": [], "x": 1}'}, "parameter reply_markup is not"),
        ("setMyCommands", {"commands": '{"command": "a"}'}, "parameter commands is not Array of BotCommand"),
        ("setMyCommands", {"commands": '[{"command": "a"}]'}, "parameter commands is not Array of BotCommand"),
        ("sendLocation", PLACE | {"latitude": "north"}, "parameter latitude is not Float"),
    ],
)
def test_missing_unknown_and_wrong_parameters_are_refused(method: str, form: dict[str, str], reason: str) -> None:
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}") as refused:
        read_parameters(method, form)
    assert refused.value.status == 400


@given(st.dictionaries(st.sampled_from([*facts()["methods"]["sendMessage"]["fields"], "other"]), st.text()))
def test_whatever_is_in_the_form_is_read_or_refused(form: dict[str, str]) -> None:
    reason = ""
    try:
        assert {*read_parameters("sendMessage", form)} == {*form}
    except RefusedError as refused:
        reason = refused.description
    assert reason.startswith("Bad Request: parameter ") or not reason


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 9999], ids=short)
def test_endless_numbers_and_depths_are_refused_where_no_text_may_stand(value: str) -> None:
    with pytest.raises(RefusedError, match="parameter message_thread_id is not Integer"):
        read_parameters("sendMessage", TEXT | {"message_thread_id": value})
    assert read_parameters("sendMessage", TEXT | {"chat_id": value})["chat_id"] == value


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        (True, ["Integer", "Float"]),
        (1, ["Boolean"]),
        (1.0, ["Integer"]),
        (None, ["String"]),
        ([1], ["Array of String"]),
        ([1], ["Array of Array of Integer"]),
        ({"id": 1, "is_bot": False}, ["User"]),
        ({"id": 1, "is_bot": False, "first_name": "x", "shoe_size": 1}, ["User"]),
        ([], ["User"]),
        ({"type": "emoji", "shoe_size": 1}, ["ReactionType"]),
    ],
)
def test_a_value_of_no_allowed_type_is_refused(value: Any, kinds: list[str]) -> None:
    with pytest.raises(RefusedError, match=f"^Bad Request: it is not {' or '.join(kinds)}$"):
        check_type(value, kinds, "it")


def test_a_value_of_one_allowed_type_passes() -> None:
    check_type(1, ["String", "Integer"], "it")
    check_type({"type": "emoji", "emoji": "👍"}, ["ReactionType"], "it")
    check_type([[{"text": "x"}]], ["Array of Array of InlineKeyboardButton"], "it")
