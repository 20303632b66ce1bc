"""Values made after the facts of the Bot API: the least that a type asks for, or everything that it can hold."""

from typing import Any

from bot.offline.schema import facts

_SCALARS: dict[str, Any] = {"String": "text", "InputFile": "text", "Integer": 1, "Float": 1.5, "Boolean": True}
_ARRAY = "Array of "


def reachable(kind: str) -> list[str]:
    """List a type and all types that a value of it can hold, however deep."""
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        name = waiting.pop().replace(_ARRAY, "")
        if name not in found and name not in _SCALARS:
            found.add(name)
            described = facts()["types"][name]
            waiting += described.get("subtypes", [])
            waiting += [part for field in described.get("fields", {}).values() for part in field["types"]]
    return sorted(found)


def least(kind: str) -> Any:
    """Make a value with the required fields alone."""
    if kind.startswith(_ARRAY):
        return [least(kind.removeprefix(_ARRAY))]
    if kind in _SCALARS:
        return _SCALARS[kind]
    described = facts()["types"][kind]
    if "subtypes" in described:
        return least(described["subtypes"][0])
    return {name: least(field["types"][0]) for name, field in described["fields"].items() if field["required"]}


def fullest(kind: str) -> Any:
    """Make a value with every field, the optional ones of the fields left out."""
    described = facts()["types"][kind]
    if "subtypes" in described:
        return fullest(described["subtypes"][0])
    return {name: least(field["types"][0]) for name, field in described["fields"].items()}
