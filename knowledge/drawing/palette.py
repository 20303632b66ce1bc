"""The colours of the pictures, named for their use; what is written in one can be read on its ground."""

from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

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
