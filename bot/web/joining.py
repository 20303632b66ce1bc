"""How a class is joined, as the board shows it: in Telegram by a QR code, in a browser by its code."""

from dataclasses import dataclass

import segno
from markupsafe import Markup

from handlers.class_pages import class_link
from knowledge.classes import Class


@dataclass(frozen=True, slots=True)
class Joining:
    """The code, the address for a browser as people type it, and the QR code of the link to Telegram, if any."""

    code: str
    address: str
    qr: Markup | None


def joining_of(school_class: Class, url: str, bot_name: str | None) -> Joining:
    """Tell how a class is joined."""
    address = url.partition("://")[2]
    return Joining(school_class.code, address, _qr(class_link(school_class, bot_name)) if bot_name else None)


def _qr(link: str) -> Markup:
    drawn = segno.make_qr(link, error="m").svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawn)  # noqa: S704  (squares)
