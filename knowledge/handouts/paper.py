"""Sheets of A4 in a PDF: the typeface in it, text set line by line; the same in gives the same bytes out."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from importlib import resources
from typing import Self

import segno
from fpdf import FPDF
from fpdf.fonts import TTFFont

from knowledge.drawing.fonts import Weight, check_drawable
from knowledge.drawing.palette import Colour
from knowledge.drawing.typesetting import curved
from knowledge.handouts.flow import Hand, Line

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 17.0
# Where the foot of a page begins.
BOTTOM = HEIGHT - 19.0

# A file that tells when it was made differs each time; this one is only told what it is.
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_STYLES = {Weight.REGULAR: "", Weight.BOLD: "B", Weight.SEMIBOLD: "I"}
_FAMILY = "sheet"
# Between parts of a compound; dates and short prefixes stay whole.
_BEHIND_HYPHEN = re.compile(r"(?<=[^\W\d_]{3}-)(?=[^\W\d_]{3})")


class Paper:
    """A PDF in the making, to be used with `with`; measures are millimetres from the upper left corner."""

    def __init__(self, title: str, language: str) -> None:
        """Begin a file without pages."""
        self._pdf = FPDF(unit="mm", format="A4")
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._pdf.set_creation_date(_MADE)
        self._pdf.set_title(title)
        self._pdf.set_lang(language)
        for weight, style in _STYLES.items():
            file = resources.files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight.value}.ttf"
            with resources.as_file(file) as path:
                self._pdf.add_font(_FAMILY, style, path)

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files of the typeface, which are read while text is set."""
        for face in self._pdf.fonts.values():
            if isinstance(face, TTFFont):
                face.close()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pdf.pages_count

    def add_page(self) -> None:
        """Begin a page."""
        self._pdf.add_page()

    def turn_to(self, page: int) -> None:
        """Go on with a page that is there, from 1."""
        self._pdf.page = page
        # The file thinks that the typeface of the other page holds here; another size makes it say which does.
        self._pdf.set_font(_FAMILY, "", 1)

    def lines_of(self, text: str, hand: Hand, width: float) -> list[str]:
        """Break a text into lines of at most `width`: between words, and in a word that is wider by itself.

        Raises:
            UndrawableError: the typeface lacks a character of it.
        """
        text = curved(unicodedata.normalize("NFC", text))
        check_drawable(text, hand.weight)
        self._take(hand)
        lines: list[str] = []
        for word in text.split():
            for place, part in enumerate(_BEHIND_HYPHEN.split(word)):
                joined = f"{lines[-1]}{'' if place else ' '}{part}" if lines else part
                if lines and self._pdf.get_string_width(joined) <= width:
                    lines[-1] = joined
                else:
                    lines += self._pieces(part, width)
        return lines

    def _pieces(self, word: str, width: float) -> list[str]:
        pieces = [""]
        for character in word:
            if pieces[-1] and self._pdf.get_string_width(pieces[-1] + character) > width:
                pieces.append("")
            pieces[-1] += character
        return pieces

    def set_lines(self, lines: Sequence[Line], left: float, top: float, bar: Colour | None = None) -> float:
        """Set lines under each other; give where the next would be."""
        for place, line in enumerate(lines):
            above = line.above if place else 0
            if line.barred and bar:
                # Over the space above too, where the line before has a bar as well.
                joined = above if place and lines[place - 1].barred else 0
                self.fill(left, top + above - joined, 0.7, line.hand.leading + joined, bar)
            top += above
            self._set(line.text, line.hand, left + line.indent, top)
            top += line.hand.leading
        return top

    def write(self, text: str, hand: Hand, left: float, top: float, width: float) -> float:
        """Set a text between two sides; give where the next would be."""
        return self.set_lines([Line(line, hand) for line in self.lines_of(text, hand, width)], left, top)

    def width_of(self, text: str, hand: Hand) -> float:
        """Measure a text on one line."""
        self._take(hand)
        return float(self._pdf.get_string_width(text))

    def fill(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self._pdf.set_fill_color(*colour)
        self._pdf.rect(left, top, width, height, style="F")

    def rule(self, left: float, top: float, width: float, colour: Colour, thickness: float = 0.2) -> None:
        """Draw a line across."""
        self.fill(left, top, width, thickness, colour)

    def code(self, address: str, left: float, top: float, size: float, colour: Colour) -> None:
        """Draw the QR code of an address, which can be tapped as well."""
        rows = [*segno.make(address, micro=False, error="m", boost_error=False).matrix]
        step = size / len(rows)
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    # A trace wider, or white hairs show between the modules.
                    self.fill(left + across * step, top + down * step, step + 0.02, step + 0.02, colour)
        self._pdf.link(left, top, size, size, address)

    def finish(self) -> bytes:
        """Give the file."""
        return bytes(self._pdf.output())

    def _set(self, text: str, hand: Hand, left: float, top: float) -> None:
        self._take(hand)
        self._pdf.set_text_color(*hand.colour)
        self._pdf.set_xy(left, top)
        self._pdf.cell(w=0, h=hand.leading, text=text)

    def _take(self, hand: Hand) -> None:
        self._pdf.set_font(_FAMILY, _STYLES[hand.weight], hand.size)
