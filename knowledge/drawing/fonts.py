"""The typeface of the pictures: Source Sans Pro, from the package that carries it."""

from enum import Enum
from functools import cache
from importlib import resources
from io import BytesIO

from PIL import ImageFont

# No face has a character here: what the face draws for it is what it draws for anything that it lacks.
_NOWHERE = "\U0010fffd"


class Weight(Enum):
    """How heavy the letters are."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"


class UndrawableError(Exception):
    """A text holds a character that the typeface has no sign for."""


@cache
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Give the face at a size in pixels. Its layout is Pillow's own, which is the same on every machine."""
    file = resources.files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight.value}.ttf"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def check_drawable(text: str, weight: Weight) -> None:
    """Check that the face has a sign for every character.

    Raises:
        UndrawableError: it lacks one; an empty box in its place would be worse than no picture.
    """
    for character in set(text):
        if not character.isspace() and not _has(weight, character):
            msg = f"no sign for U+{ord(character):04X}"
            raise UndrawableError(msg)


@cache
def _has(weight: Weight, character: str) -> bool:
    face = font(weight, 40)
    return bytes(face.getmask(character)) != bytes(face.getmask(_NOWHERE))
