"""Whether an update is of the types that the Bot API says: handlers read fields, and need not doubt each of them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from bot.offline.schema import facts

# Telegram nests no deeper.
DEEPEST = 40
_ARRAY = "Array of "
_SCALARS: Mapping[str, type | tuple[type, ...]] = {
    "String": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
    "True": bool,
    "False": bool,
}

Fields: TypeAlias = Mapping[str, tuple[str, ...]]


def fits(update: object) -> bool:
    """Tell whether every field that is known has a value of its type, and what an update is of has what it must.

    What is not known is passed over.
    """
    return _fits(update, "Update", 0)


def _fits(value: object, name: str, depth: int) -> bool:
    if depth > DEEPEST:
        return False
    if name.startswith(_ARRAY):
        inner = name.removeprefix(_ARRAY)
        return isinstance(value, list) and all(_fits(each, inner, depth + 1) for each in value)
    if scalar := _SCALARS.get(name):
        return isinstance(value, scalar) and isinstance(value, bool) is (scalar is bool)
    return isinstance(value, dict) and _object_fits(value, name, depth)


def _object_fits(value: dict[str, Any], name: str, depth: int) -> bool:
    if forms := facts()["types"].get(name, {}).get("subtypes"):
        return any(_fits(value, form, depth + 1) for form in forms)
    known = _fields(name)
    # Deeper down Telegram itself leaves out what is no longer accessible.
    if depth == 1 and not _required(name) <= value.keys():
        return False
    return all(
        any(_fits(value[field], kind, depth + 1) for kind in known[field]) for field in known.keys() & value.keys()
    )


@cache
def _fields(name: str) -> Fields:
    """Give the fields of a type with their types."""
    found: Any = facts()["types"].get(name, {})
    return {field: tuple(told["types"]) for field, told in found.get("fields", {}).items()}


@cache
def _required(name: str) -> frozenset[str]:
    found: Any = facts()["types"].get(name, {})
    return frozenset(field for field, told in found.get("fields", {}).items() if told["required"])
