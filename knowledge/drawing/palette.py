"""The colours of the pictures, named for their use, and how well one can be read on another."""

from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

# What WCAG 2.2 (AA) asks between text and its ground.
ENOUGH_CONTRAST = 4.5

PAPER: Colour = (250, 248, 243)
WHITE: Colour = (255, 255, 255)
INK: Colour = (29, 33, 41)
QUIET: Colour = (84, 88, 96)
RULE: Colour = (206, 200, 188)
NOTE: Colour = (255, 244, 214)
NOTE_MARK: Colour = (178, 124, 0)


@dataclass(frozen=True, slots=True)
class Accent:
    """A colour for one of several things: `strong` carries white text and stands on `tint`, which carries ink."""

    strong: Colour
    tint: Colour


# Apart in lightness and hue also for people who see colours differently; what is meant is always written too.
ACCENTS = (
    Accent((13, 86, 100), (229, 241, 243)),
    Accent((148, 62, 22), (251, 238, 229)),
    Accent((88, 56, 120), (241, 235, 247)),
)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
