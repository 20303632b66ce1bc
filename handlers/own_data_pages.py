"""What is kept about a person, written out: as a page to read, as JSON for programs, and in numbers."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from handlers.days import in_words
from handlers.pages import fill
from handlers.phrasebook import Phrases
from knowledge.languages import Language

# Rows by table, as they stand in the database.
OwnData: TypeAlias = Mapping[str, list[dict[str, Any]]]


def own_page(phrases: Phrases, language: Language, name: str, data: OwnData, day: dt.date) -> str:
    """Make a page of HTML: a heading for each table, and of each row what is filled in."""
    words = phrases.own_data
    tables = [(heading_of(phrases, table), [_filled(row) for row in rows]) for table, rows in data.items()]
    title, intro = words.title.format(name=name), words.intro.format(day=in_words(phrases, day))
    return fill("own_data", lang=language, title=title, intro=intro, tables=tables)


def own_json(data: OwnData) -> str:
    """Write the rows as JSON, by table; moments as in ISO 8601."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_written)


def in_numbers(phrases: Phrases, counts: Mapping[str, int]) -> str:
    """Say how many rows of which table there are or were, a line each."""
    return "\n".join(f"- {heading_of(phrases, table)}: {count}" for table, count in counts.items())


def heading_of(phrases: Phrases, table: str) -> str:
    """Say in words what a table has of a person; its own name where there are none yet."""
    return phrases.own_data.tables.get(table, table)


def _filled(row: Mapping[str, Any]) -> dict[str, str]:
    return {name.replace("_", " "): _written(value) for name, value in row.items() if value not in (None, "", [], {})}


def _written(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
