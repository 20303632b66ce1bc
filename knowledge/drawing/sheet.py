"""What every picture shares: its width and margins, the title above, the source below, and a pen that moves down."""

from dataclasses import dataclass, field

from knowledge.drawing.fonts import Weight
from knowledge.drawing.palette import ACCENTS, INK, NOTE, NOTE_MARK, QUIET, Colour
from knowledge.drawing.shapes import Box, Drawing, Panel, Stroke, Text
from knowledge.drawing.typesetting import Style, balanced_lines_of, lines_of

WIDTH = 1080
MARGIN = 44
# A third of this is what is left of it on a phone 360 pixels wide.
SMALLEST = 34

KICKER = Style(Weight.SEMIBOLD, SMALLEST, 44, ACCENTS[0].strong)
TITLE = Style(Weight.BOLD, 74, 82)
LABEL = Style(Weight.SEMIBOLD, SMALLEST, 44, QUIET)
BODY = Style(Weight.REGULAR, 40, 50)
# For columns, where a long word may not fit.
BODIES = (BODY, Style(Weight.REGULAR, 38, 48), Style(Weight.REGULAR, 36, 46), Style(Weight.REGULAR, SMALLEST, 44))
FINE = Style(Weight.REGULAR, SMALLEST, 44, QUIET)
_NOTE_LABEL = Style(Weight.SEMIBOLD, 36, 46, INK)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a picture: a line above the title, the title, what is noted under it, and the source."""

    kicker: str
    title: str
    note: str
    source: str
    note_label: str = ""


@dataclass
class Sheet:
    """A sheet that is filled from top to bottom; `y` is where the next thing goes."""

    y: int = 52
    shapes: list[Panel | Stroke | Text] = field(default_factory=list)

    @property
    def span(self) -> tuple[int, int]:
        """The left and right side of what may be filled."""
        return MARGIN, WIDTH - MARGIN

    def put(self, *shapes: Panel | Stroke | Text) -> None:
        """Lay shapes on top of those that are there."""
        self.shapes += shapes

    def put_under(self, place: int, *panels: Panel) -> None:
        """Lay panels under all shapes from the one at `place` on: how high they are shows when their text is set."""
        self.shapes[place:place] = panels

    def write(self, text: str, style: Style, left: int, right: int, *, title: bool = False) -> None:
        """Set a text at `y` between two sides, and move below it."""
        lines = (balanced_lines_of if title else lines_of)(text, style, right - left)
        below = self.y + len(lines) * style.leading
        self.put(Text(Box(left, self.y, right, below), lines, style))
        self.y = below

    def head(self, frame: Frame) -> None:
        """Put the title above and what is noted under it."""
        left, right = self.span
        self.write(frame.kicker, KICKER, left, right)
        self.y += 6
        self.write(frame.title, TITLE, left, right, title=True)
        self.y += 28
        top, place = self.y, len(self.shapes)
        self.y += 24
        if frame.note_label:
            self.write(frame.note_label, _NOTE_LABEL, left + 40, right - 28)
        self.write(frame.note, BODY, left + 40, right - 28)
        self.y += 26
        self.put_under(
            place,
            Panel(Box(left, top, right, self.y), NOTE, radius=16),
            Panel(Box(left, top, left + 12, self.y), NOTE_MARK, radius=6),
        )
        self.y += 36

    def finish(self, frame: Frame) -> Drawing:
        """Put the source below and give the drawing."""
        left, right = self.span
        self.y += 30
        self.write(frame.source, FINE, left, right)
        return Drawing(WIDTH, self.y + 44, tuple(self.shapes))


def on(style: Style, colour: Colour) -> Style:
    """Give a style in another colour."""
    return Style(style.weight, style.size, style.leading, colour)
