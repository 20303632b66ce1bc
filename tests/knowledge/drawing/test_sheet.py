"""What every picture shares."""

from knowledge.drawing.fonts import Weight
from knowledge.drawing.shapes import Drawing
from knowledge.drawing.sheet import BODIES, BODY, FINE, KICKER, LABEL, SMALLEST, TITLE, WIDTH, Frame, Sheet, on
from tests.support.drawings import assert_sound, words_of

LONG = "A word or two about everything that there is, said at some length. " * 12


def framed(frame: Frame) -> Drawing:
    sheet = Sheet()
    sheet.head(frame)
    return sheet.finish(frame)


def test_the_words_around_a_picture_stand_above_and_below_it() -> None:
    drawing = framed(Frame("Over", "Title", "Note", "Source", "Label"))
    assert words_of(drawing) == "Over\nTitle\nLabel\nNote\nSource"
    assert drawing.width == WIDTH
    assert_sound(drawing)


def test_without_a_label_a_note_stands_alone() -> None:
    assert words_of(framed(Frame("Over", "Title", "Note", "Source"))) == "Over\nTitle\nNote\nSource"


def test_a_sheet_grows_with_its_words() -> None:
    short, long = framed(Frame("a", "b", "c", "d", "e")), framed(Frame(*[LONG] * 5))
    assert long.height > 3 * short.height
    assert_sound(long)


def test_nothing_is_set_smaller_than_can_be_read_on_a_phone() -> None:
    assert min(style.size for style in (*BODIES, BODY, FINE, KICKER, LABEL, TITLE)) >= SMALLEST
    assert SMALLEST * 360 / WIDTH > 11


def test_a_style_in_another_colour_is_the_same_otherwise() -> None:
    assert on(BODY, (1, 2, 3)).colour == (1, 2, 3)
    assert (on(BODY, (1, 2, 3)).weight, on(BODY, (1, 2, 3)).size) == (Weight.REGULAR, BODY.size)
