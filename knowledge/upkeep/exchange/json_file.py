"""Entries as JSON: everything that their files say, under the same names."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.upkeep.exchange.decoding import decoded
from knowledge.upkeep.exchange.items import Complaint, Defaults, Item, UnreadableFileError


def write(items: Sequence[Item]) -> bytes:
    """Write one object with all entries."""
    entries = [{"id": item.id, **item.raw} for item in items]
    return json.dumps({"entries": entries}, ensure_ascii=False, indent=1, default=_date).encode() + b"\n"


def read(content: bytes, defaults: Defaults) -> Iterator[Item | Complaint]:
    """Read entries; each must be an object with an id.

    Raises:
        UnreadableFileError: it is no JSON, or has no `entries`.
    """
    found = parsed(content)
    entries = found.get("entries") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise UnreadableFileError("has no list `entries`")
    for number, raw in enumerate(entries, start=1):
        place = f"entry {number}"
        if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
            yield Complaint(place, "is no object with an `id`")
            continue
        said = {key: value for key, value in raw.items() if key != "id"}
        if isinstance(said.get("reviewed"), str):
            try:
                said["reviewed"] = dt.date.fromisoformat(said["reviewed"])
            except ValueError:
                yield Complaint(place, f"a date is written 2026-01-31, not {said['reviewed'][:40]!r}")
                continue
        yield Item(place, raw["id"], ({"topic": defaults.topic} if defaults.topic else {}) | said)


def parsed(content: bytes) -> Any:  # noqa: ANN401
    """Parse JSON.

    Raises:
        UnreadableFileError: it is none.
    """
    try:
        return json.loads(decoded(content))
    except (ValueError, RecursionError) as error:
        msg = f"is no JSON: {error}"[:200]
        raise UnreadableFileError(msg) from None


def _date(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    msg = f"no JSON of {type(value).__name__}"
    raise TypeError(msg)
