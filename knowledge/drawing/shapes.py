"""What a drawing is made of: panels, arrows and set text, at places in pixels from the top left."""

import hashlib
from dataclasses import dataclass

from knowledge.drawing.palette import Colour
from knowledge.drawing.typesetting import Style


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `right` and `bottom` are just outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """From left to right."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle; its corners are round above, below or both, and `dashed` draws its outline in dashes."""

    box: Box
    fill: Colour
    outline: Colour | None = None
    radius: int = 20
    dashed: bool = False
    round_above: bool = True
    round_below: bool = True


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from the middle of one place to another; `pointed` gives it a head at its lower end."""

    x: int
    top: int
    bottom: int
    colour: Colour
    pointed: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text in a box that is exactly as high as they are; `centred` or from its left side."""

    box: Box
    lines: tuple[str, ...]
    style: Style
    centred: bool = False

    def placed(self) -> list[tuple[float, int, str]]:
        """Give for each line where it starts and its baseline."""
        # Two thirds of a letter's size stand above the baseline when capitals are centred in their line.
        first = self.box.top + (self.style.leading + round(self.style.size * 0.66)) // 2
        return [(self._left(line), first + number * self.style.leading, line) for number, line in enumerate(self.lines)]

    def _left(self, line: str) -> float:
        spare = self.box.width - self.style.width_of(line)
        return self.box.left + (spare / 2 if self.centred else 0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture before it is painted: `shapes` from back to front on paper of `width` by `height` pixels."""

    width: int
    height: int
    shapes: tuple[Panel | Stroke | Text, ...]

    @property
    def digest(self) -> str:
        """A hash of everything that is drawn, as 32 hexadecimal digits: equal drawings make equal pictures."""
        return hashlib.sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The set texts."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Text))
