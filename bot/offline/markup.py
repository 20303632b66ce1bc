"""Telegram's HTML: what the text of a message is once its markup is read, or why it can't be read."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from bot.offline.refusals import RefusedError

Entity = dict[str, Any]

# https://core.telegram.org/bots/api#html-style
_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_ATTRIBUTES = {
    "a": {"href"},
    "blockquote": {"expandable"},
    "code": {"class"},
    "span": {"class"},
    "tg-emoji": {"emoji-id"},
}
# What is no whole tag and no reference to a character.
_LOOSE = re.compile(
    r"""<(?!/?[a-zA-Z][\w-]*(?:\s+[\w-]+(?:="[^"]*"|='[^']*')?)*\s*>)|&(?!(?:lt|gt|amp|quot|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});)"""
)
_EMOJI_ID = re.compile(r"\d{1,20}")


def utf16_length(text: str) -> int:
    """Count as Telegram does: in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text without its markup, and the entities that the markup stood for."""

    text: str
    entities: list[Entity] = field(default_factory=list)


def parse_html(html: str) -> Parsed:
    """Read Telegram's HTML.

    Raises:
        RefusedError: a tag is unknown, unclosed, wrongly nested or wrongly attributed, or a `<` or `&` stands loose.
    """
    if loose := _LOOSE.search(html):
        msg = f"can't parse entities: unescaped {loose.group()!r} at position {loose.start()}"
        raise RefusedError(msg)
    parser = _Parser()
    parser.feed(html)
    parser.close()
    if parser.open:
        msg = "can't parse entities: can't find end of tag"
        raise RefusedError(msg)
    text = "".join(parser.parts)
    return Parsed(text, [entity for entity in parser.entities if entity["length"]])


def _has_what_it_needs(tag: str, given: dict[str, str | None]) -> bool:
    match tag:
        case "a":
            return bool(given.get("href"))
        case "span":
            return given.get("class") == "tg-spoiler"
        case "tg-emoji":
            return bool(_EMOJI_ID.fullmatch(given.get("emoji-id") or ""))
    return True


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.length = 0
        self.open: list[tuple[str, Entity]] = []
        self.entities: list[Entity] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _KINDS or not given.keys() <= _ATTRIBUTES.get(tag, set()) or not _has_what_it_needs(tag, given):
            msg = f"can't parse entities: unsupported start tag {tag!r}"
            raise RefusedError(msg)
        if tag == "blockquote" and any(tag == outer for outer, _ in self.open):
            raise RefusedError("can't parse entities: a quotation stands in a quotation")
        entity: Entity = {"type": _KINDS[tag], "offset": self.length}
        if tag == "a":
            entity["url"] = given["href"] or ""
        if "expandable" in given:
            entity["type"] = "expandable_blockquote"
        # As Telegram hands them out: in the order of the text, the outer one of two first.
        self.entities.append(entity)
        self.open.append((tag, entity))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            msg = f"can't parse entities: unexpected end tag {tag!r}"
            raise RefusedError(msg)
        _, entity = self.open.pop()
        entity["length"] = self.length - entity["offset"]

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
        self.length += utf16_length(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))
