"""A distinction as a picture: two sides as columns, three as panels under each other, with the same cells."""

from dataclasses import dataclass

from knowledge.distinctions import DistinctionText, Side
from knowledge.drawing.fonts import Weight
from knowledge.drawing.palette import ACCENTS, RULE, WHITE, Accent
from knowledge.drawing.shapes import Box, Drawing, Panel, Text
from knowledge.drawing.sheet import BODIES, BODY, LABEL, WIDTH, Frame, Sheet, on
from knowledge.drawing.typesetting import Style, largest_unbroken, lines_of

_NAME = Style(Weight.BOLD, 44, 52, WHITE)
# More would be too narrow to read on a phone.
_MOST_COLUMNS = 2
_GUTTER = 24
_PAD = 28
_RADIUS = 22
# Of the cells' names where they stand to the left; longer ones take two lines.
_WIDEST_LABEL = 270


@dataclass(frozen=True, slots=True)
class Cells:
    """The names of the four cells of a side."""

    what: str
    who: str
    whom: str
    follows: str

    def of(self, side: Side) -> list[tuple[str, str]]:
        """Pair each name with what stands in that cell."""
        return [(self.what, side.what), (self.who, side.who), (self.whom, side.whom), (self.follows, side.follows)]


def draw_card(text: DistinctionText, cells: Cells, frame: Frame) -> Drawing:
    """Draw a distinction.

    Raises:
        UndrawableError: the typeface lacks a character of it.
    """
    sheet = Sheet()
    sheet.head(frame)
    if len(text.sides) <= _MOST_COLUMNS:
        _columns(sheet, text.sides, cells)
    else:
        _stack(sheet, text.sides, cells)
    return sheet.finish(frame)


def _columns(sheet: Sheet, sides: tuple[Side, ...], cells: Cells) -> None:
    """Put two sides next to each other: their names, then cell by cell, the cell's name across both."""
    left, right = sheet.span
    middle = WIDTH // 2
    spans = [(left, middle - _GUTTER // 2), (middle + _GUTTER // 2, right)]
    top, place = sheet.y, len(sheet.shapes)
    bottom = _names(sheet, sides, spans)
    sheet.y = bottom + 20
    texts = [cell for side in sides for _, cell in cells.of(side)]
    body = largest_unbroken(texts, BODIES, spans[0][1] - spans[0][0] - 2 * _PAD)
    for rows in zip(*(cells.of(side) for side in sides), strict=True):
        _pill(sheet, rows[0][0], middle)
        start = lowest = sheet.y
        for (_, cell), (near, far) in zip(rows, spans, strict=True):
            sheet.y = start
            sheet.write(cell, body, near + _PAD, far - _PAD)
            lowest = max(lowest, sheet.y)
        sheet.y = lowest + 30
    sheet.y += 4
    for (near, far), accent in zip(spans, ACCENTS, strict=False):
        sheet.put_under(place, *_tall(Box(near, top, far, sheet.y), bottom, accent))


def _names(sheet: Sheet, sides: tuple[Side, ...], spans: list[tuple[int, int]]) -> int:
    """Set the names of the sides at one height; give where the strips that they stand on end."""
    set_names = [
        lines_of(side.name, _NAME, far - near - 2 * _PAD) for side, (near, far) in zip(sides, spans, strict=True)
    ]
    height = max(map(len, set_names)) * _NAME.leading
    for lines, (near, far) in zip(set_names, spans, strict=True):
        high = len(lines) * _NAME.leading
        top = sheet.y + 20 + (height - high) // 2
        sheet.put(Text(Box(near + _PAD, top, far - _PAD, top + high), lines, _NAME, centred=True))
    return sheet.y + height + 42


def _tall(box: Box, strip_ends: int, accent: Accent) -> list[Panel]:
    """Give a panel with a strip in full colour at its top."""
    return [
        Panel(Box(box.left, box.top, box.right, strip_ends), accent.strong, radius=_RADIUS, round_below=False),
        Panel(Box(box.left, strip_ends, box.right, box.bottom), accent.tint, radius=_RADIUS, round_above=False),
    ]


def _pill(sheet: Sheet, name: str, middle: int) -> None:
    """Set a cell's name on a pill across both columns."""
    lines = lines_of(name, LABEL, WIDTH // 2)
    half = round(max(map(LABEL.width_of, lines)) / 2) + 1
    text = Box(middle - half, sheet.y + 6, middle + half, sheet.y + 6 + len(lines) * LABEL.leading)
    sheet.put(Panel(Box(text.left - 30, sheet.y, text.right + 30, text.bottom + 6), WHITE, RULE, radius=28))
    sheet.put(Text(text, lines, LABEL, centred=True))
    sheet.y = text.bottom + 22


def _stack(sheet: Sheet, sides: tuple[Side, ...], cells: Cells) -> None:
    """Put sides under each other: the name, then a line per cell with its name to the left."""
    left, right = sheet.span
    names = [name for name, _ in cells.of(sides[0])]
    label_width = min(round(max(map(LABEL.width_of, names))) + 1, _WIDEST_LABEL)
    for side, accent in zip(sides, ACCENTS, strict=False):
        top, place = sheet.y, len(sheet.shapes)
        sheet.y += 14
        sheet.write(side.name, _NAME, left + _PAD, right - _PAD)
        sheet.y += 16
        strip_ends = sheet.y
        sheet.y += 22
        for name, cell in cells.of(side):
            _labelled(sheet, name, cell, label_width, accent)
        sheet.y += 10
        sheet.put_under(place, *_tall(Box(left, top, right, sheet.y), strip_ends, accent))
        sheet.y += 26
    sheet.y -= 26


def _labelled(sheet: Sheet, name: str, cell: str, label_width: int, accent: Accent) -> None:
    """Set a cell with its name to the left."""
    left, right = sheet.span
    start = sheet.y
    sheet.y += (BODY.leading - LABEL.leading) // 2
    sheet.write(name, on(LABEL, accent.strong), left + _PAD, left + _PAD + label_width)
    lowest, sheet.y = sheet.y, start
    sheet.write(cell, BODY, left + _PAD + label_width + 26, right - _PAD)
    sheet.y = max(lowest, sheet.y) + 14
