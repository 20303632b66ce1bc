"""The bars of a row as SVG, for pages; in a PDF the same are drawn."""

from html import escape

from knowledge.drawing.palette import ACCENTS, Colour
from knowledge.reports.sheet import Row

# In the units of the drawing, which is as wide as its place.
_WIDTH, _HEIGHT, _GAP = 100.0, 5.0, 1.5
_TRACK: Colour = (231, 227, 217)


def said(row: Row, columns: tuple[str, ...]) -> str:
    """Say the values of a row on one line; one value needs no name."""
    if len(row.values) == 1:
        return row.values[0]
    return ", ".join(f"{name} {value}" for name, value in zip(columns, row.values, strict=True))


def bar_colours(row: Row) -> tuple[Colour, ...]:
    """Give each bar of a row its colour: of two, what was before is lighter, and always above."""
    light, strong = (143, 178, 184), ACCENTS[0].strong
    return (strong,) if len(row.bars) == 1 else (light, strong)


def bars_svg(row: Row, columns: tuple[str, ...]) -> str:
    """Draw the bars of a row; empty if it has none. Its words are those of the row."""
    if not row.bars:
        return ""
    height = len(row.bars) * (_HEIGHT + _GAP) - _GAP
    words = escape(f"{row.label}: {said(row, columns)}")
    shapes = []
    for place, (bar, colour) in enumerate(zip(row.bars, bar_colours(row), strict=False)):
        top = place * (_HEIGHT + _GAP)
        shapes += [_rectangle(top, _WIDTH, _TRACK), _rectangle(top, _WIDTH * min(1.0, max(0.0, bar)), colour)]
    return (
        f'<svg role="img" viewBox="0 0 {_WIDTH:g} {height:g}" preserveAspectRatio="none" width="100%" '
        f'height="{height * 2:g}"><title>{words}</title>{"".join(shapes)}</svg>'
    )


def _rectangle(top: float, width: float, colour: Colour) -> str:
    return f'<rect x="0" y="{top:g}" width="{width:g}" height="{_HEIGHT:g}" fill="#{bytes(colour).hex()}"/>'
