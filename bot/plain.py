"""Telegram's HTML as plain text, for terminals and for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.offline.markup import Parsed, parse_html

QUOTATIONS = frozenset({"blockquote", "expandable_blockquote"})
_NEWLINE = "\n".encode("utf-16-le")


def plain_text(html: str) -> str:
    """Give the text of Telegram HTML without its markup.

    The address of a link stands behind it, and `> ` in front of each line of a quotation.
    """
    return without_markup(parse_html(html))


def without_markup(parsed: Parsed) -> str:
    """Give a parsed text with what its markup meant in characters."""
    units = parsed.text.encode("utf-16-le")
    pieces, done = [], 0
    for place, added in sorted(
        [*_addresses(parsed.entities), *_quote_marks(parsed.entities, units)], key=lambda addition: addition[0]
    ):
        pieces += [units[done : 2 * place], added.encode("utf-16-le")]
        done = 2 * place
    return b"".join([*pieces, units[done:]]).decode("utf-16-le")


def _addresses(entities: Iterable[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Yield where the address of each link goes, in units of UTF-16."""
    for entity in entities:
        if entity["type"] == "text_link":
            yield entity["offset"] + entity["length"], f" <{entity['url']}>"


def _quote_marks(entities: Iterable[dict[str, Any]], units: bytes) -> Iterator[tuple[int, str]]:
    """Yield where the lines of each quotation begin, in units of UTF-16."""
    for entity in entities:
        if entity["type"] not in QUOTATIONS:
            continue
        start, end = entity["offset"], entity["offset"] + entity["length"]
        beginnings = [start, *(place + 1 for place in range(start, end - 1) if _unit(units, place) == _NEWLINE)]
        yield from ((place, ">" if _unit(units, place) == _NEWLINE else "> ") for place in beginnings)


def _unit(units: bytes, place: int) -> bytes:
    return units[2 * place : 2 * place + 2]
