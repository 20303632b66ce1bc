"""Drawings as PNG."""

from io import BytesIO

import pytest
from PIL import Image

from knowledge.drawing.fonts import Weight
from knowledge.drawing.painting import png
from knowledge.drawing.palette import INK, PAPER, WHITE
from knowledge.drawing.shapes import Box, Drawing, Panel, Stroke, Text
from knowledge.drawing.typesetting import Style

RED = (200, 0, 0)
STYLE = Style(Weight.BOLD, 40, 50)


def painted(*shapes: Panel | Stroke | Text) -> Image.Image:
    """Paint shapes on paper of 200 by 200 pixels, and open the picture as anybody would."""
    return Image.open(BytesIO(png(Drawing(200, 200, shapes)))).convert("RGB")


def test_a_picture_is_a_png_of_its_size_on_paper() -> None:
    image = Image.open(BytesIO(png(Drawing(200, 300, ()))))
    assert (image.format, image.size) == ("PNG", (200, 300))
    assert image.convert("RGB").getpixel((0, 0)) == PAPER


def test_the_same_drawing_gives_the_same_bytes() -> None:
    shapes = (Panel(Box(10, 10, 190, 90), RED), Text(Box(20, 20, 180, 70), ("één",), STYLE))
    assert png(Drawing(200, 200, shapes)) == png(Drawing(200, 200, shapes))


def test_a_panel_fills_its_box_but_for_its_round_corners() -> None:
    image = painted(Panel(Box(10, 10, 190, 190), RED))
    assert image.getpixel((100, 100)) == RED
    assert image.getpixel((11, 100)) == RED
    assert image.getpixel((11, 11)) == image.getpixel((5, 100)) == PAPER


def test_later_shapes_lie_on_earlier_ones() -> None:
    box = Box(10, 10, 190, 190)
    assert painted(Panel(box, RED), Panel(Box(30, 30, 170, 170), WHITE)).getpixel((100, 100)) == WHITE


@pytest.mark.parametrize("dashed", [False, True])
def test_an_outline_is_whole_or_dashed(*, dashed: bool) -> None:
    image = painted(Panel(Box(10, 10, 190, 190), WHITE, INK, dashed=dashed))
    top = [image.getpixel((x, 11)) for x in range(40, 160)]
    assert (INK in top, WHITE in top) == (True, dashed)


@pytest.mark.parametrize("pointed", [False, True])
def test_a_stroke_goes_down_and_may_end_in_a_head(*, pointed: bool) -> None:
    image = painted(Stroke(100, 20, 180, INK, pointed=pointed))
    assert image.getpixel((100, 100)) == INK
    assert image.getpixel((100, 10)) == PAPER
    assert (image.getpixel((94, 169)) == INK) is pointed


def test_letters_are_where_their_box_says() -> None:
    image = painted(Text(Box(20, 60, 180, 110), ("Ég",), STYLE))
    inked = [(x, y) for x in range(200) for y in range(200) if image.getpixel((x, y)) != PAPER]
    assert inked
    assert all(20 <= x < 180 and 60 <= y < 110 for x, y in inked)
