"""Text into lines that fit a width, measured as they will be drawn."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from knowledge.drawing.fonts import Weight, check_drawable, font
from knowledge.drawing.palette import INK, Colour

# Typed straight, set curved: marks that open a quotation; of the others, `'s morgens` begins with one that closes.
_OPENING = re.compile(r"(?<![^\s(])(?:(\")|'(?!(?:s|t|n|m|k|r)\b))(?=\w)")
_MARKS = str.maketrans({"'": "\N{RIGHT SINGLE QUOTATION MARK}", '"': "\N{RIGHT DOUBLE QUOTATION MARK}"})
_HYPHENATED = re.compile(r"[^-]*-+|[^-]+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; `size` and `leading` (from line to line) are in pixels."""

    weight: Weight
    size: int
    leading: int
    colour: Colour = INK

    def width_of(self, line: str) -> float:
        """Measure a line."""
        return font(self.weight, self.size).getlength(line)


def lines_of(text: str, style: Style, width: int) -> tuple[str, ...]:
    """Break a text into lines of at most `width` pixels: between words, and within a word that is wider by itself.

    Raises:
        UndrawableError: the typeface lacks a character of it.
    """
    text = curved(unicodedata.normalize("NFC", text))
    check_drawable(text, style.weight)
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and style.width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines += _pieces(word, style, width)
    return tuple(lines)


def balanced_lines_of(text: str, style: Style, width: int) -> tuple[str, ...]:
    """Break a text into as few lines as `lines_of`, about equally long: for titles."""
    fewest = lines_of(text, style, width)
    low, high = 1, width
    while low < high:
        middle = (low + high) // 2
        narrower = lines_of(text, style, middle)
        if len(narrower) > len(fewest) or any(style.width_of(line) > middle for line in narrower):
            low = middle + 1
        else:
            high = middle
    # Narrower than its longest word, a line would break that word.
    longest = max(map(style.width_of, text.split()), default=0)
    return lines_of(text, style, max(high, min(width, int(longest) + 1)))


def largest_unbroken(texts: Iterable[str], styles: Sequence[Style], width: int) -> Style:
    """Give the first of the styles, largest first, in which every word fits a line; if there is none, the last."""
    words = [word for text in texts for word in text.split()]
    return next(
        (style for style in styles if all(style.width_of(word) <= width for word in words)),
        styles[-1],
    )


def curved(text: str) -> str:
    """Turn straight quotation marks into those that open and close."""

    def opening(mark: re.Match[str]) -> str:
        return "\N{LEFT DOUBLE QUOTATION MARK}" if mark[1] else "\N{LEFT SINGLE QUOTATION MARK}"

    return _OPENING.sub(opening, text).translate(_MARKS)


def _pieces(word: str, style: Style, width: int) -> list[str]:
    """Cut a word that is wider than a line: behind its hyphens, and where it must be anywhere."""
    if style.width_of(word) <= width:
        return [word]
    pieces = [""]
    for part in _HYPHENATED.findall(word):
        if style.width_of(pieces[-1] + part) <= width:
            pieces[-1] += part
        else:
            pieces += _anywhere(part, style, width)
    return [piece for piece in pieces if piece]


def _anywhere(part: str, style: Style, width: int) -> list[str]:
    pieces = []
    while style.width_of(part) > width and len(part) > 1:
        fitting = bisect_right(range(len(part)), width, key=lambda length: ceil(style.width_of(part[:length]))) - 1
        # A line with one or two letters left over looks like a mistake.
        cut = max(1, min(fitting, len(part) - 3))
        pieces.append(part[:cut])
        part = part[cut:]
    return [*pieces, part]
