"""What Telegram refuses although every value has the right type: too long, empty, or at odds with itself."""

import re
from typing import Any

from bot.offline.markup import Parsed, parse_html, utf16_length
from bot.offline.refusals import RefusedError

Data = dict[str, Any]

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_CALLBACK_BYTES = 64
MAX_COMMANDS = 100
MAX_NOTICE = 200
MAX_BUTTONS = 100

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_WEB = re.compile(r"(https?|tg)://\S+")
_ACTIONS = (
    "callback_data",
    "callback_game",
    "copy_text",
    "login_url",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "url",
    "web_app",
)
# Texts that have a limit and nothing else to them: method, parameter, longest length.
_LONGEST = {
    "answercallbackquery": ("text", MAX_NOTICE),
    "setmydescription": ("description", 512),
    "setmyshortdescription": ("short_description", 120),
    "setmyname": ("name", 64),
}


def check_call(method: str, parameters: Data) -> None:
    """Check the limits that concern a call as such.

    Raises:
        RefusedError: with Telegram's reason.
    """
    name, longest = _LONGEST.get(method.lower(), ("", 0))
    if utf16_length(parameters.get(name, "")) > longest and name:
        msg = f"{name} is too long"
        raise RefusedError(msg)
    if method.lower() == "setmycommands":
        _check_commands(parameters["commands"])


def message_text(parameters: Data) -> Parsed:
    """Give the text of a message as people see it.

    Raises:
        RefusedError: it is empty, too long, or its markup can't be read.
    """
    parsed = _parsed(parameters["text"], parameters)
    if not parsed.text.strip():
        raise RefusedError("message text is empty")
    if utf16_length(parsed.text) > MAX_TEXT:
        raise RefusedError("message is too long")
    return parsed


def caption_text(parameters: Data) -> Parsed:
    """Give what stands under a picture as people see it; that may be nothing.

    Raises:
        RefusedError: it is too long, or its markup can't be read.
    """
    parsed = _parsed(parameters.get("caption", ""), parameters)
    if utf16_length(parsed.text) > MAX_CAPTION:
        raise RefusedError("message caption is too long")
    return parsed


def _parsed(text: str, parameters: Data) -> Parsed:
    mode = parameters.get("parse_mode", "")
    if mode and mode.upper() != "HTML":
        msg = f"unsupported parse_mode {mode!r}"
        raise RefusedError(msg)
    parsed = parse_html(text) if mode else Parsed(text)
    for entity in parsed.entities:
        if entity["type"] == "text_link" and not _WEB.fullmatch(entity["url"]):
            raise RefusedError("can't parse entities: wrong HTTP URL")
    return parsed


def check_keyboard(markup: Data | None) -> None:
    """Check the buttons under a message.

    Raises:
        RefusedError: there is no button, a row is empty, or a button has no text or not exactly one action that fits.
    """
    rows = (markup or {}).get("inline_keyboard")
    if rows is None:
        return
    buttons = [button for row in rows for button in row]
    if not rows or not all(rows) or len(buttons) > MAX_BUTTONS:
        raise RefusedError("inline keyboard is empty, has an empty row or too many buttons")
    for button in buttons:
        actions = [action for action in _ACTIONS if action in button]
        if not button["text"].strip() or len(actions) != 1:
            raise RefusedError("text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button.get("callback_data", "-").encode()) <= MAX_CALLBACK_BYTES:
            raise RefusedError("BUTTON_DATA_INVALID")
        if "url" in button and not _WEB.fullmatch(button["url"]):
            raise RefusedError("inline keyboard button URL is invalid")


def _check_commands(commands: list[Data]) -> None:
    if len(commands) > MAX_COMMANDS:
        raise RefusedError("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            raise RefusedError("BOT_COMMAND_INVALID")
        if not 1 <= utf16_length(command["description"]) <= 256:  # noqa: PLR2004
            raise RefusedError("BOT_COMMAND_DESCRIPTION_INVALID")
