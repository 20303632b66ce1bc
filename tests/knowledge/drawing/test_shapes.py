"""Boxes, and what a drawing is known by."""

import pytest

from knowledge.drawing.fonts import Weight
from knowledge.drawing.shapes import Box, Drawing, Panel, Text
from knowledge.drawing.typesetting import Style
from tests.support.drawings import holds, meet

STYLE = Style(Weight.REGULAR, 40, 50)
BOX = Box(10, 20, 110, 70)


@pytest.mark.parametrize(
    ("other", "held", "met"),
    [
        (BOX, True, True),
        (Box(15, 25, 105, 65), True, True),
        (Box(0, 0, 20, 30), False, True),
        (Box(110, 20, 120, 70), False, False),
        (Box(10, 70, 110, 80), False, False),
        (Box(0, 0, 200, 200), False, True),
    ],
)
def test_boxes_hold_and_meet(other: Box, *, held: bool, met: bool) -> None:
    assert (holds(BOX, other), meet(BOX, other), meet(other, BOX)) == (held, met, met)
    assert BOX.width == 100


def test_lines_stand_under_each_other_centred_or_from_the_left() -> None:
    lines = ("a", "bcd")
    left = Text(BOX, lines, STYLE).placed()
    centred = Text(BOX, lines, STYLE, centred=True).placed()
    assert [x for x, *_ in left] == [10, 10]
    assert all(x + STYLE.width_of(line) / 2 == pytest.approx(60) for x, _, line in centred)
    assert left[1][1] - left[0][1] == centred[1][1] - centred[0][1] == STYLE.leading


def test_equal_drawings_have_equal_digests_and_others_have_others() -> None:
    text = Text(BOX, ("a",), STYLE)
    drawing = Drawing(100, 100, (Panel(BOX, (0, 0, 0)), text))
    assert drawing.digest == Drawing(100, 100, (Panel(BOX, (0, 0, 0)), text)).digest
    others = [
        Drawing(100, 101, drawing.shapes),
        Drawing(100, 100, drawing.shapes[::-1]),
        Drawing(100, 100, (Panel(BOX, (0, 0, 1)), text)),
        Drawing(100, 100, (drawing.shapes[0], Text(BOX, ("b",), STYLE))),
    ]
    assert len({drawing.digest, *(other.digest for other in others)}) == 5
    assert drawing.texts == (text,)
