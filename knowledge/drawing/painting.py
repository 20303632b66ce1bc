"""A drawing to the bytes of a PNG; the same drawing gives the same bytes."""

from io import BytesIO

from PIL import Image, ImageDraw

from knowledge.drawing.fonts import font
from knowledge.drawing.palette import PAPER, Colour
from knowledge.drawing.shapes import Box, Drawing, Panel, Stroke, Text

# Panels and lines are drawn this much larger and brought down: Pillow draws their edges hard.
_FINER = 2
_LINE = 3
_DASH = 18
_HEAD = 13
# Few colours make a small file; the shades between letters and ground stay smooth.
_COLOURS = 160


def png(drawing: Drawing) -> bytes:
    """Paint a drawing."""
    image = Image.new("RGB", (drawing.width * _FINER, drawing.height * _FINER), PAPER)
    pen = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        if isinstance(shape, Panel):
            _panel(pen, shape)
        elif isinstance(shape, Stroke):
            _stroke(pen, shape)
    image = image.reduce(_FINER)
    pen = ImageDraw.Draw(image)
    for text in drawing.texts:
        _text(pen, text)
    file = BytesIO()
    image.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _panel(pen: ImageDraw.ImageDraw, panel: Panel) -> None:
    left, top, right, bottom = _finer(panel.box)
    radius = panel.radius * _FINER
    solid = None if panel.dashed else panel.outline
    pen.rounded_rectangle(
        (left, top, right - 1, bottom - 1),
        radius,
        panel.fill,
        solid,
        _LINE * _FINER if solid else 0,
        corners=(panel.round_above, panel.round_above, panel.round_below, panel.round_below),
    )
    if panel.dashed and panel.outline:
        _dashes(pen, (left, top, right - 1, bottom - 1), radius, panel.outline)


def _dashes(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], radius: int, colour: Colour) -> None:
    left, top, right, bottom = box
    wide, step = _LINE * _FINER, _DASH * _FINER
    for start in range(left + radius, right - radius, 2 * step):
        end = min(start + step, right - radius)
        pen.rectangle((start, top, end, top + wide - 1), colour)
        pen.rectangle((start, bottom - wide + 1, end, bottom), colour)
    for start in range(top + radius, bottom - radius, 2 * step):
        end = min(start + step, bottom - radius)
        pen.rectangle((left, start, left + wide - 1, end), colour)
        pen.rectangle((right - wide + 1, start, right, end), colour)
    for x, y, angle in (
        (left, top, 180),
        (right - 2 * radius, top, 270),
        (right - 2 * radius, bottom - 2 * radius, 0),
        (left, bottom - 2 * radius, 90),
    ):
        pen.arc((x, y, x + 2 * radius, y + 2 * radius), angle, angle + 90, colour, wide)


def _stroke(pen: ImageDraw.ImageDraw, stroke: Stroke) -> None:
    x, top, bottom = (place * _FINER for place in (stroke.x, stroke.top, stroke.bottom))
    half = _LINE * _FINER // 2
    pen.rectangle((x - half, top, x + half - 1, bottom - (half if stroke.pointed else 0)), stroke.colour)
    if stroke.pointed:
        head = _HEAD * _FINER
        pen.polygon([(x - head, bottom - head), (x + head, bottom - head), (x, bottom + half)], stroke.colour)


def _text(pen: ImageDraw.ImageDraw, text: Text) -> None:
    face = font(text.style.weight, text.style.size)
    for left, baseline, line in text.placed():
        pen.text((left, baseline), line, text.style.colour, face, anchor="ls")


def _finer(box: Box) -> tuple[int, int, int, int]:
    return box.left * _FINER, box.top * _FINER, box.right * _FINER, box.bottom * _FINER
