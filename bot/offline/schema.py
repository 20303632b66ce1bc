"""The methods and types of the Bot API as data, and the reading of a call's parameters against them.

The data are facts drawn from telegram-bot-api-spec (MIT licence). Stricter than Telegram in one thing: a parameter that
no method has is refused here and ignored there, so that a misspelt one is noticed.
"""

import json
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from importlib import resources
from typing import Any

from bot.offline.refusals import RefusedError

Data = dict[str, Any]

_ARRAY = "Array of "
_SCALARS: Mapping[str, type | tuple[type, ...]] = {
    "String": str,
    "InputFile": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
}
_TEXT_TYPES = frozenset({"String", "InputFile"})


@cache
def facts() -> Data:
    """Give the facts of Bot API 10.0: `methods` and `types` by name."""
    data: Data = json.loads((resources.files("bot.offline") / "bot-api-10.0.json").read_text(encoding="utf-8"))
    return data


def read_parameters(method: str, form: Mapping[str, str]) -> Data:
    """Read the parameters of a call as they arrive in a form.

    Raises:
        RefusedError: there is no such method, a parameter is missing or unknown, or a value is not of its type.
    """
    known = {name.lower(): fields for name, fields in facts()["methods"].items()}.get(method.lower())
    if known is None:
        raise RefusedError("method not found", HTTPStatus.NOT_FOUND)
    fields = known["fields"]
    for name, field in fields.items():
        if field["required"] and name not in form:
            msg = f"parameter {name} is required"
            raise RefusedError(msg)
    return {name: _read(name, value, fields) for name, value in form.items()}


def check_type(value: Any, kinds: list[str], where: str) -> None:  # noqa: ANN401
    """Check a decoded value against the types that are allowed for it.

    Raises:
        RefusedError: it is of none of them.
    """
    if not any(_fits(value, kind) for kind in kinds):
        msg = f"{where} is not {' or '.join(kinds)}"
        raise RefusedError(msg)


def _read(name: str, value: str, fields: Data) -> Any:  # noqa: ANN401
    if name not in fields:
        msg = f"parameter {name} is unknown"
        raise RefusedError(msg)
    kinds = fields[name]["types"]
    if _TEXT_TYPES.intersection(kinds) and "Integer" not in kinds:
        return value
    try:
        decoded = json.loads(value)
    except (RecursionError, ValueError):
        decoded = value
    check_type(decoded, kinds, f"parameter {name}")
    return decoded


def _fits(value: Any, kind: str) -> bool:  # noqa: ANN401
    if kind.startswith(_ARRAY):
        return isinstance(value, list) and all(_fits(item, kind.removeprefix(_ARRAY)) for item in value)
    if kind in _SCALARS:
        return isinstance(value, _SCALARS[kind]) and (kind == "Boolean" or not isinstance(value, bool))
    described = facts()["types"][kind]
    if "subtypes" in described:
        return any(_fits(value, subtype) for subtype in described["subtypes"])
    return isinstance(value, dict) and _has_fields(value, described["fields"])


def _has_fields(value: Data, fields: Data) -> bool:
    complete = all(name in value for name, field in fields.items() if field["required"])
    return complete and all(
        name in fields and any(_fits(part, kind) for kind in fields[name]["types"]) for name, part in value.items()
    )
