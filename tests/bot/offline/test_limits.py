"""What Telegram refuses although every value has the right type."""

from typing import Any

import pytest

from bot.offline.limits import caption_text, check_call, check_keyboard, message_text
from bot.offline.refusals import RefusedError
from tests.support.naming import short

Data = dict[str, Any]

TAP = {"text": "Go", "callback_data": "go"}
LINK = {"text": "Read", "url": "https://example.org"}


def command(name: str = "start", description: str = "Begin") -> Data:
    return {"commands": [{"command": name, "description": description}]}


@pytest.mark.parametrize(
    "parameters",
    [
        {"text": "x" * 4096},
        {"text": "😀" * 2048},
        {"text": f"<b>{'&amp;' * 4096}</b>", "parse_mode": "HTML"},
        {"text": " x\n", "parse_mode": "html"},
        {"text": "1 < 2 & <b>"},
        {"text": "<b>", "parse_mode": ""},
    ],
    ids=short,
)
def test_text_up_to_4096_units_after_entities_passes(parameters: Data) -> None:
    assert message_text(parameters).text.strip()


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2048 + "x"}, "message is too long"),
        ({"text": "&amp;" * 4097, "parse_mode": "HTML"}, "message is too long"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t\u00a0"}, "message text is empty"),
        ({"text": "<b></b> <i> </i>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x", "parse_mode": "Markdown"}, "unsupported parse_mode 'Markdown'"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: can't find end of tag"),
    ],
    ids=short,
)
def test_empty_over_long_and_unreadable_text_is_refused(parameters: Data, reason: str) -> None:
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}"):
        message_text(parameters)


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"caption": ""},
        {"caption": "x" * 1024},
        {"caption": "😀" * 512},
        {"caption": f"<blockquote expandable>{'&amp;' * 1024}</blockquote>", "parse_mode": "HTML"},
    ],
    ids=short,
)
def test_no_caption_and_one_of_1024_units_after_entities_pass(parameters: Data) -> None:
    assert len(caption_text(parameters).text) <= 1024


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"caption": "x" * 1025}, "message caption is too long"),
        ({"caption": "😀" * 512 + "x"}, "message caption is too long"),
        ({"caption": "<b>x", "parse_mode": "HTML"}, "can't parse entities: can't find end of tag"),
        ({"caption": '<a href="x">x</a>', "parse_mode": "HTML"}, "can't parse entities: wrong HTTP URL"),
        ({"caption": "x", "parse_mode": "Markdown"}, "unsupported parse_mode 'Markdown'"),
    ],
    ids=short,
)
def test_an_over_long_or_unreadable_caption_is_refused(parameters: Data, reason: str) -> None:
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}"):
        caption_text(parameters)


@pytest.mark.parametrize("address", ["https://example.org/a?b=1", "http://x.org", "tg://user?id=1"])
def test_links_to_the_web_and_into_telegram_pass(address: str) -> None:
    [link] = message_text({"text": f'<a href="{address}">x</a>', "parse_mode": "HTML"}).entities
    assert link["url"] == address
    check_keyboard({"inline_keyboard": [[{"text": "x", "url": address}]]})


@pytest.mark.parametrize("address", ["", "example.org", "javascript:alert(1)", "https://", "https://a b", "file:///x"])
def test_other_links_are_refused(address: str) -> None:
    with pytest.raises(RefusedError, match=r"wrong HTTP URL|unsupported start tag"):
        message_text({"text": f'<a href="{address}">x</a>', "parse_mode": "HTML"})
    with pytest.raises(RefusedError, match="URL"):
        check_keyboard({"inline_keyboard": [[{"text": "x", "url": address}]]})


@pytest.mark.parametrize("data", ["x", "x" * 64, "é" * 32, "😀" * 16], ids=short)
def test_callback_data_of_1_to_64_bytes_passes(data: str) -> None:
    check_keyboard({"inline_keyboard": [[TAP | {"callback_data": data}]]})


@pytest.mark.parametrize("data", ["", "x" * 65, "é" * 33, "😀" * 16 + "x"], ids=short)
def test_callback_data_of_0_or_65_bytes_is_refused(data: str) -> None:
    with pytest.raises(RefusedError, match="BUTTON_DATA_INVALID"):
        check_keyboard({"inline_keyboard": [[TAP, TAP | {"callback_data": data}]]})


@pytest.mark.parametrize(
    "markup", [None, {"remove_keyboard": True}, {"inline_keyboard": [[TAP, LINK]]}, {"inline_keyboard": [[TAP]] * 100}]
)
def test_full_keyboards_and_none_at_all_pass(markup: Data | None) -> None:
    check_keyboard(markup)


@pytest.mark.parametrize(
    "rows", [[], [[]], [[TAP], []], [[TAP]] * 101, [[TAP] * 101], [[TAP, {"text": "nothing to do"}]]], ids=len
)
def test_empty_keyboards_and_rows_and_too_many_buttons_are_refused(rows: list[list[Data]]) -> None:
    with pytest.raises(RefusedError, match="inline keyboard"):
        check_keyboard({"inline_keyboard": rows})


@pytest.mark.parametrize(
    "button", [{"text": "x"}, TAP | LINK, TAP | {"pay": True}, TAP | {"text": ""}, TAP | {"text": " \n"}]
)
def test_a_button_without_a_text_or_with_no_or_two_actions_is_refused(button: Data) -> None:
    with pytest.raises(RefusedError, match="unallowed in the inline keyboard"):
        check_keyboard({"inline_keyboard": [[button]]})


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("setMyCommands", {"commands": []}),
        ("setMyCommands", {"commands": command("a")["commands"] * 100}),
        ("setMyCommands", command("with_1_under_score")),
        ("setMyCommands", command("x" * 32, "é" * 256)),
        ("setMyCommands", command(description="😀" * 128)),
        ("setMyDescription", {"description": "x" * 512}),
        ("setMyDescription", {}),
        ("setMyShortDescription", {"short_description": "😀" * 60}),
        ("setMyName", {"name": "x" * 64}),
        ("answerCallbackQuery", {"text": "x" * 200}),
        ("getMe", {}),
    ],
    ids=short,
)
def test_calls_within_their_limits_pass(method: str, parameters: Data) -> None:
    check_call(method, parameters)


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("setMyCommands", {"commands": command("a")["commands"] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        *[
            ("setMyCommands", command(name), "BOT_COMMAND_INVALID")
            for name in ("Start", "START", "/start", "a-b", "a b", "", "é", "x" * 33, "start\n")
        ],
        *[
            ("setMyCommands", command(description=description), "BOT_COMMAND_DESCRIPTION_INVALID")
            for description in ("", "x" * 257, "😀" * 129)
        ],
        ("setMyDescription", {"description": "x" * 513}, "description is too long"),
        ("setmydescription", {"description": "😀" * 256 + "x"}, "description is too long"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "short_description is too long"),
        ("setMyName", {"name": "x" * 65}, "name is too long"),
        ("answerCallbackQuery", {"text": "x" * 201}, "text is too long"),
    ],
    ids=short,
)
def test_calls_over_their_limits_are_refused(method: str, parameters: Data, reason: str) -> None:
    with pytest.raises(RefusedError, match=f"^Bad Request: {reason}$"):
        check_call(method, parameters)
