"""The text of a message as HTML for a page: the tags that Telegram has, and nothing else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

Data = dict[str, Any]

_BLOCKS = {"blockquote", "expandable_blockquote", "pre"}
_TAGS: Mapping[str, str] = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_COMMAND = re.compile(r"(?<![\w/@.:-])/[a-z][a-z0-9_]{0,31}(?![\w/])")
_WEB = re.compile(r"https?://\S+")


def as_html(text: str, entities: Iterable[Data]) -> Markup:
    """Give a text with its markup; commands in it become buttons of the form `say`.

    Entities count in units of UTF-16 and stand as Telegram hands them out: nested, the outer one of two first.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    return _between(units, [entity for entity in entities if _known(entity)], 0, len(units) // 2)


def _known(entity: Data) -> bool:
    return entity["type"] in _TAGS or (entity["type"] == "text_link" and bool(_WEB.fullmatch(entity["url"])))


def _between(units: bytes, entities: list[Data], start: int, end: int) -> Markup:
    """Give what stands between two places, with the markup in there."""
    parts: list[Markup] = []
    done, after_block = start, False
    while entities:
        first = entities[0]
        last, is_block = first["offset"] + first["length"], first["type"] in _BLOCKS
        inner = [entity for entity in entities[1:] if entity["offset"] < last]
        entities = entities[1 + len(inner) :]
        parts.append(_plain(units, done, first["offset"], after_block=after_block, before_block=is_block))
        parts.append(_tagged(first, _between(units, inner, first["offset"], last)))
        done, after_block = last, is_block
    return Markup("").join([*parts, _plain(units, done, end, after_block=after_block)])


def _tagged(entity: Data, inner: Markup) -> Markup:
    if entity["type"] == "text_link":
        return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(entity["url"], inner)
    if entity["type"] == "expandable_blockquote" and "\n" in inner:
        heading, _, rest = inner.partition("\n")
        if _is_whole(heading):
            return Markup("<details><summary>{}</summary><blockquote>{}</blockquote></details>").format(heading, rest)
    tag = Markup(_TAGS[entity["type"]])  # noqa: S704  (one of the above)
    return Markup("<{}>{}</{}>").format(tag, inner, tag)


def _is_whole(html: Markup) -> bool:
    """Tell whether every tag that is opened in a piece of HTML is closed in it."""
    return html.count("<") - html.count("</") == html.count("</")


def _plain(units: bytes, start: int, end: int, *, after_block: bool = False, before_block: bool = False) -> Markup:
    """Give a text without markup, and without the line breaks that a block beside it makes anyway."""
    text = units[2 * start : 2 * end].decode("utf-16-le", "replace")
    text = text.lstrip("\n") if after_block else text
    return Markup("").join(_pieces(text.rstrip("\n") if before_block else text))


def _pieces(text: str) -> Iterator[Markup]:
    done = 0
    for command in _COMMAND.finditer(text):
        yield escape(text[done : command.start()])
        yield Markup('<button class="command" form="say-command" name="text" value="{0}">{0}</button>').format(
            command.group()
        )
        done = command.end()
    yield escape(text[done:])
