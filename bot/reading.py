"""What a Bot API server answers, before the library reads it: to that, nonsense would be an error of the bot's own."""

import json
from http import HTTPStatus
from typing import Any

from telegram.error import NetworkError

# Their result is a message, or true.
_MESSAGES = ("send", "edit")
_NOTHING = b"{}"


def answer_in(status: int, body: bytes, method: str) -> bytes:
    """Give the answer to a call if it has the form of one; of an error of the server, at least an empty one.

    Raises:
        NetworkError: it is none. What was called for may have happened.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    well = isinstance(answer, dict) and isinstance(answer.get("parameters", {}), dict)
    if status == HTTPStatus.OK:
        well = well and "result" in answer and (not method.startswith(_MESSAGES) or _is_sent(answer["result"]))
    elif status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        # The status says it all.
        return body if well else _NOTHING
    if not well:
        msg = f"no answer of the Bot API ({status})"
        raise NetworkError(msg)
    return body


def _is_sent(result: Any) -> bool:  # noqa: ANN401
    """Tell whether something can be what a call that sends or changes messages gives: true, or a message or several."""
    if isinstance(result, list):
        return all(map(_is_sent, result))
    if not isinstance(result, dict):
        return result is True
    chat = result.get("chat")
    numbers = (result.get("message_id"), result.get("date"), chat.get("id") if isinstance(chat, dict) else None)
    # A poll that is stopped and a story have other fields, and are not sent by the bot.
    return all(isinstance(number, int) for number in numbers) and isinstance(result["chat"].get("type"), str)
