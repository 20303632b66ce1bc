"""A handout as one page of HTML that prints well: no script, nothing fetched."""

import io
from importlib import resources

import segno
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from knowledge.drawing.palette import ACCENTS, INK, NOTE, NOTE_MARK, QUIET, RULE, Colour
from knowledge.handouts.handout import Handout

# Under each question to talk about.
_LINES = 7


def draw_html(handout: Handout) -> str:
    """Draw a handout; the same one gives the same page."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (resources.files(__package__) / "handout.html.jinja").read_text(encoding="utf-8")
    page = environment.from_string(source).render(
        handout=handout,
        code=_code(handout.link.address) if handout.link else None,
        lines=_LINES,
        accents=[(_hex(accent.strong), _hex(accent.tint)) for accent in ACCENTS],
        colours={
            "ink": _hex(INK),
            "quiet": _hex(QUIET),
            "rule": _hex(RULE),
            "note": _hex(NOTE),
            "mark": _hex(NOTE_MARK),
        },
    )
    return f"{page}\n"


def _code(address: str) -> Markup:
    """Draw the QR code of an address as SVG."""
    file = io.BytesIO()
    segno.make(address, micro=False, error="m", boost_error=False).save(
        file, kind="svg", border=0, xmldecl=False, svgns=False, omitsize=True, svgclass=None, lineclass=None, nl=False
    )
    # What segno writes is made of numbers alone.
    return Markup(file.getvalue().decode())  # noqa: S704


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
