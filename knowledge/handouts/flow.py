"""Lines into columns: where a column ends, so that no heading and no line of a paragraph is left alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from knowledge.drawing.fonts import Weight
from knowledge.drawing.palette import INK, Colour

# How exactly columns are made equally long, in millimetres.
_STEP = 1.0


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text looks: `size` in points, `leading` from line to line in millimetres."""

    weight: Weight
    size: float
    leading: float
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is set. `above` is the space over it (none at the top of a column), `indent` that to its left.

    A line that is `kept` is not the last of a column; one that is `barred` has a bar to its left.
    """

    text: str
    hand: Hand
    above: float = 0.0
    indent: float = 0.0
    kept: bool = False
    barred: bool = False


Columns: TypeAlias = list[Sequence[Line]]


def height_of(lines: Sequence[Line]) -> float:
    """Measure lines under each other, in millimetres."""
    return sum(line.hand.leading + (line.above if place else 0) for place, line in enumerate(lines))


def fill(lines: Sequence[Line], height: float, count: int) -> tuple[Columns, Sequence[Line]]:
    """Fill `count` columns of a height; give them, and what is left."""
    columns: Columns = []
    while lines and len(columns) < count:
        taken = _fitting(lines, height)
        columns.append(lines[:taken])
        lines = lines[taken:]
    return columns, lines


def balanced(lines: Sequence[Line], height: float, count: int) -> tuple[Columns, Sequence[Line]]:
    """Fill columns as `fill` does; where all fits, make them about equally long."""
    columns, left = fill(lines, height, count)
    if left:
        return columns, left
    low = height_of(lines) / count
    while low < height:
        shorter, left = fill(lines, low, count)
        if not left:
            return shorter, left
        low += _STEP
    return columns, ()


def paragraph(lines: Sequence[Line]) -> list[Line]:
    """Keep the first two lines of a paragraph together, and the last two."""
    last = len(lines) - 1
    together = {0, last - 1} - {last}
    return [replace(line, kept=line.kept or place in together) for place, line in enumerate(lines)]


def _fitting(lines: Sequence[Line], height: float) -> int:
    """Count the lines that go into a column: at least one, and as many as its height and the kept ones allow."""
    taken, used = 0, 0.0
    for line in lines:
        used += line.hand.leading + (line.above if taken else 0)
        if used > height and taken:
            break
        taken += 1
    whole = taken
    if taken < len(lines):
        while taken and lines[taken - 1].kept:
            taken -= 1
    return taken or whole
