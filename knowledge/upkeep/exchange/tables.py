"""Entries as rows of a table, one per entry and language, and back: what CSV and spreadsheets have in common."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from knowledge.languages import LANGUAGES
from knowledge.upkeep.exchange.items import TEXTS, Complaint, Defaults, Item, Raw
from knowledge.upkeep.exchange.notation import (
    UnclearError,
    lines_of,
    next_from_text,
    next_to_text,
    phrasings_to_text,
    since_from_text,
    since_to_text,
    sources_from_text,
    sources_to_text,
)

COLUMNS = ("id", "language", "topic", *TEXTS, "voice", "reviewed", "sources", "next", "since")
Row = tuple[str, Mapping[str, str]]
"""A row: where it stands, and its cells by column."""

_NOT_OF_AN_ID = re.compile(r"[^a-z0-9]+")


def rows_of(items: Iterable[Item]) -> Iterator[dict[str, str]]:
    """Yield a row per entry and language."""
    for item in items:
        for code in (code for code in LANGUAGES if code in item.raw):
            text = item.raw[code]
            yield {
                "id": item.id,
                "language": code,
                "topic": item.raw["topic"],
                "voice": item.raw["voice"],
                "reviewed": str(item.raw["reviewed"]),
                "sources": sources_to_text(item.raw["sources"]),
                "next": next_to_text(item.raw["next"]),
                "since": since_to_text(item.raw.get("since", ()), code),
                **{name: text.get(name, "") for name in TEXTS},
                "phrasings": phrasings_to_text(text["phrasings"]),
            }


def items_in(rows: Iterable[Row], defaults: Defaults) -> Iterator[Item | Complaint]:
    """Yield what rows say of entries, the rows of one entry together, and a complaint per row that can't be read."""
    found: dict[str, Item] = {}
    for place, cells in rows:
        try:
            name, raw = _said(cells, defaults)
            found[name] = _together(found.get(name) or Item(place, name, {}), raw)
        except UnclearError as error:
            yield Complaint(place, str(error))
    yield from found.values()


def known_columns(header: Sequence[str], place: str) -> Iterator[Complaint]:
    """Yield a complaint per column that means nothing here, and one if there is nothing to go by."""
    names = [name.strip().lower() for name in header]
    yield from (Complaint(place, f"no column of ours: {name!r}") for name in names if name and name not in COLUMNS)
    if "question" not in names and "id" not in names:
        yield Complaint(place, "needs a column `id` or `question`, and `language` unless --lang says it")


def slug(question: str) -> str:
    """Make an id of a question."""
    return _NOT_OF_AN_ID.sub("-", question.lower()).strip("-")[:48].strip("-")


def _said(cells: Mapping[str, str], defaults: Defaults) -> tuple[str, Raw]:
    said = {name: value.strip() for name, value in cells.items() if value and value.strip()}
    name = said.get("id") or slug(said.get("question", ""))
    if not name:
        raise UnclearError("has neither an id nor a question")
    code = said.get("language", defaults.language)
    if code not in LANGUAGES:
        msg = f"the language is one of {', '.join(LANGUAGES)}" + (f", not {code!r}" if code else "; say it with --lang")
        raise UnclearError(msg)
    if defaults.topic and "topic" not in said:
        said["topic"] = defaults.topic
    raw: Raw = {key: read(said[key]) for key, read in _SHARED.items() if key in said}
    if "since" in said:
        raw["since"] = since_from_text(said["since"], code)
    text: Raw = {key: said[key] for key in TEXTS if key in said}
    if "phrasings" in text:
        text["phrasings"] = lines_of(text["phrasings"])
    return name, raw | ({code: text} if text else {})


def _together(item: Item, raw: Raw) -> Item:
    """Add what another row says of an entry; what both say must be the same."""
    both = dict(item.raw)
    for key, value in raw.items():
        if key == "since" and key in both:
            both[key] = _since_together(both[key], value)
        elif key in both and (key in LANGUAGES or both[key] != value):
            place = f"{key} of {item.id!r}"
            msg = f"{place} is not the same as in another row" if key not in LANGUAGES else f"{place} is there twice"
            raise UnclearError(msg)
        else:
            both[key] = value
    return Item(item.place, item.id, both)


def _since_together(one: Sequence[Raw], other: Sequence[Raw]) -> list[Raw]:
    facts = [{key: value for key, value in later.items() if key not in LANGUAGES} for later in (*one, *other)]
    if facts[: len(one)] != facts[len(one) :]:
        raise UnclearError("tells other later facts than another row of the entry: dates and works must be the same")
    return [{**first, **second} for first, second in zip(one, other, strict=True)]


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        msg = f"a date is written 2026-01-31, not {text!r}"
        raise UnclearError(msg) from None


_SHARED: Mapping[str, Callable[[str], Any]] = {
    "topic": str,
    "voice": str,
    "reviewed": _date,
    "sources": sources_from_text,
    "next": next_from_text,
}
