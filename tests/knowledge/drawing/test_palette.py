"""Colours that can be read on one another."""

import pytest

from knowledge.drawing.palette import (
    ACCENTS,
    INK,
    NOTE,
    NOTE_MARK,
    PAPER,
    QUIET,
    WHITE,
    Colour,
)
from tests.support.contrast import ENOUGH_CONTRAST, contrast

PAIRS = [
    (INK, PAPER),
    (INK, WHITE),
    (INK, NOTE),
    (QUIET, PAPER),
    (QUIET, WHITE),
    *((WHITE, accent.strong) for accent in ACCENTS),
    *((accent.strong, accent.tint) for accent in ACCENTS),
    *((INK, accent.tint) for accent in ACCENTS),
]


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_what_is_written_can_be_read(text: Colour, ground: Colour) -> None:
    assert contrast(text, ground) >= ENOUGH_CONTRAST


def test_what_marks_a_note_stands_out_from_it() -> None:
    # WCAG 2.2 asks 3 to 1 of what is no text.
    assert contrast(NOTE_MARK, NOTE) >= 3


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21),
        ((255, 255, 255), (255, 255, 255), 1),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((0, 0, 255), (255, 255, 255), 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: Colour, other: Colour, ratio: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio
