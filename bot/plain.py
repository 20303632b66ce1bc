"""Telegram's HTML as plain text, for terminals and for programs."""

from bot.offline.markup import Parsed, parse_html


def plain_text(html: str) -> str:
    """Give the text of Telegram HTML without its markup; the address of a link stands behind it."""
    return with_addresses(parse_html(html))


def with_addresses(parsed: Parsed) -> str:
    """Give a parsed text with the address of each link behind it."""
    units = parsed.text.encode("utf-16-le")
    links = sorted(
        (entity for entity in parsed.entities if entity["type"] == "text_link"), key=lambda link: -link["offset"]
    )
    for link in links:
        end = 2 * (link["offset"] + link["length"])
        units = units[:end] + f" <{link['url']}>".encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")
