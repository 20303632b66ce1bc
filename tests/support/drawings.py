"""What a drawing must be, whatever its texts: nothing cut off, nothing on top of something else, nothing small."""

from itertools import combinations

from knowledge.drawing.fonts import font
from knowledge.drawing.palette import ENOUGH_CONTRAST, PAPER, contrast
from knowledge.drawing.shapes import Box, Drawing, Panel, Text
from knowledge.drawing.sheet import MARGIN, SMALLEST

# To compare what is set with what was typed.
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def assert_sound(drawing: Drawing) -> None:
    """Check a drawing's boxes, sizes and colours."""
    page = Box(MARGIN, 0, drawing.width - MARGIN, drawing.height)
    panels = [shape.box for shape in drawing.shapes if isinstance(shape, Panel)]
    for text in drawing.texts:
        assert text.lines
        assert page.holds(text.box), text
        assert text.style.size >= SMALLEST
        # Ink within the box, and the box within the panel that it stands on.
        # (Of some letters a hair sticks out of the room that they take.)
        assert text.box.shrunk(-3).holds(ink_of(text)), text
        ground = ground_of(drawing, text)
        assert ground is None or ground.box.holds(text.box), text
        assert contrast(text.style.colour, ground.fill if ground else PAPER) >= ENOUGH_CONTRAST, text
    for one, other in combinations(drawing.texts, 2):
        assert not one.box.meets(other.box), (one, other)
    assert all(page.holds(panel) for panel in panels)


def ink_of(text: Text) -> Box:
    """Give the rectangle that the letters fill."""
    face = font(text.style.weight, text.style.size)
    inked = [(left, line, *face.getbbox(line, anchor="ls"), base) for left, base, line in text.placed()]
    return Box(
        int(min(left + box_left for left, _, box_left, *_ in inked)),
        int(min(base + top for _, _, _, top, _, _, base in inked)),
        int(max(left + right for left, _, _, _, right, _, _ in inked)),
        int(max(base + bottom for _, _, _, _, _, bottom, base in inked)),
    )


def ground_of(drawing: Drawing, text: Text) -> Panel | None:
    """Give the topmost panel under a text; None if it stands on the paper."""
    under = drawing.shapes[: drawing.shapes.index(text)]
    met = [shape for shape in under if isinstance(shape, Panel) and shape.box.meets(text.box)]
    return met[-1] if met else None


def words_of(drawing: Drawing) -> str:
    """Give everything that is written, with the lines of a text put together again."""
    return "\n".join(" ".join(text.lines) for text in drawing.texts)
