"""What has to be known of a raw update before anything else reads it: its number, and whose it is."""

import json
from collections.abc import Mapping
from typing import Any

from knowledge.records.inbox import Arriving

# What of Telegram's numbers a database holds.
_LARGEST = 2**63 - 1


def arriving(raw: object) -> Arriving | None:
    """Give an update as it is written down; None for what has no number, and so is no update."""
    if not isinstance(raw, dict) or (number := _number(raw.get("update_id"))) is None:
        return None
    content = next((value for key, value in raw.items() if key != "update_id" and isinstance(value, dict)), {})
    person = _id_in(content, "from", "user")
    chat = _id_in(content, "chat") or _id_in(content.get("message"), "chat")
    return Arriving(number, chat or person or 0, person, json.dumps(raw))


def _id_in(content: object, *names: str) -> int | None:
    if not isinstance(content, Mapping):
        return None
    inside: list[Any] = [content.get(name) for name in names]
    return next((found for one in inside if isinstance(one, dict) and (found := _number(one.get("id")))), None)


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and -_LARGEST <= value <= _LARGEST:
        return value
    return None
