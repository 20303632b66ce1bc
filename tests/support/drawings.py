"""What a drawing must be, whatever its texts: nothing cut off, nothing on top of something else, nothing small."""

from itertools import combinations

from knowledge.drawing.fonts import font
from knowledge.drawing.palette import PAPER
from knowledge.drawing.shapes import Box, Drawing, Panel, Text
from knowledge.drawing.sheet import MARGIN, SMALLEST
from tests.support.contrast import ENOUGH_CONTRAST, contrast

# To compare what is set with what was typed.
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def assert_sound(drawing: Drawing) -> None:
    """Check a drawing's boxes, sizes and colours."""
    page = Box(MARGIN, 0, drawing.width - MARGIN, drawing.height)
    panels = [shape.box for shape in drawing.shapes if isinstance(shape, Panel)]
    for text in drawing.texts:
        assert text.lines
        assert holds(page, text.box), text
        assert text.style.size >= SMALLEST
        # Ink within the box, and the box within the panel that it stands on.
        assert holds(_room_of(text), ink_of(text)), text
        ground = ground_of(drawing, text)
        assert ground is None or holds(ground.box, text.box), text
        assert contrast(text.style.colour, ground.fill if ground else PAPER) >= ENOUGH_CONTRAST, text
    for one, other in combinations(drawing.texts, 2):
        assert not meet(one.box, other.box), (one, other)
    assert all(holds(page, panel) for panel in panels)


def holds(box: Box, other: Box) -> bool:
    """Tell whether another rectangle lies within this one."""
    across = box.left <= other.left and other.right <= box.right
    return across and box.top <= other.top and other.bottom <= box.bottom


def meet(one: Box, other: Box) -> bool:
    """Tell whether two rectangles share a pixel."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


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
    met = [shape for shape in under if isinstance(shape, Panel) and meet(shape.box, text.box)]
    return met[-1] if met else None


def words_of(drawing: Drawing) -> str:
    """Give everything that is written, with the lines of a text put together again."""
    return "\n".join(" ".join(text.lines) for text in drawing.texts)


def _room_of(text: Text) -> Box:
    box = text.box
    # Of some letters a hair sticks out of the room that they take.
    return Box(box.left - 3, box.top - 3, box.right + 3, box.bottom + 3)
