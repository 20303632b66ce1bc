"""Distinctions as pictures."""

from io import BytesIO

import pytest
from PIL import Image

from knowledge.distinctions import DistinctionText, Side
from knowledge.drawing.cards import Cells, draw_card
from knowledge.drawing.fonts import UndrawableError
from knowledge.drawing.painting import png
from knowledge.drawing.sheet import WIDTH, Frame
from knowledge.languages import Language
from knowledge.library import Library
from tests.support.drawings import assert_sound, words_of

CELLS = Cells("What", "Who runs it", "Whom it touches", "What follows")
LONG = "Een onwaarschijnlijk-ingewikkelde, mensenrechtenverdragsrechtelijke “aangelegenheid” " * 9


def text_of(sides: int, said: str = "says {}") -> DistinctionText:
    """Give a distinction of so many sides; not validated, so that it can be longer than a pack allows."""
    made = tuple(
        Side.model_construct(
            name=f"Side {number}",
            what=said.format(f"what {number}"),
            who=said.format(f"who {number}"),
            whom=said.format(f"whom {number}"),
            follows=said.format(f"follows {number}"),
        )
        for number in range(sides)
    )
    return DistinctionText.model_construct(title="One or other?", mix_up="People do.", sides=made)


def frame_of(text: DistinctionText) -> Frame:
    return Frame("Over", text.title, text.mix_up, "Source: a book", "Mixed up")


@pytest.mark.parametrize("sides", [2, 3])
def test_a_card_shows_every_cell_of_every_side_and_its_name(sides: int) -> None:
    text = text_of(sides)
    drawing = draw_card(text, CELLS, frame_of(text))
    words = words_of(drawing).splitlines()
    for side in text.sides:
        assert {side.name, side.what, side.who, side.whom, side.follows} <= {*words}
    # Columns share the names of the cells; panels under each other have their own.
    assert words.count("Whom it touches") == (1 if sides == 2 else 3)
    assert_sound(drawing)


def test_two_sides_stand_next_to_each_other_and_three_under_each_other() -> None:
    for sides, tops in ((2, 1), (3, 3)):
        text = text_of(sides)
        drawing = draw_card(text, CELLS, frame_of(text))
        placed = [shape.box for shape in drawing.texts if shape.lines[0].startswith("says what ")]
        assert len(placed) == sides
        assert len({box.top for box in placed}) == tops
        assert len({box.left for box in placed}) == sides - tops + 1


@pytest.mark.parametrize("sides", [2, 3])
@pytest.mark.parametrize("said", [LONG, "x" * 400, "{} " + "w" * 90])
def test_a_card_grows_with_its_texts(sides: int, said: str) -> None:
    text = text_of(sides, said).model_copy(update={"title": LONG, "mix_up": LONG})
    drawing = draw_card(text, Cells(*["A name that is rather long for a cell"] * 4), frame_of(text))
    assert drawing.height > draw_card(text_of(sides), CELLS, frame_of(text_of(sides))).height
    assert_sound(drawing)


def test_every_card_of_the_own_pack_is_sound_and_fits_a_phone(library: Library, language: Language) -> None:
    assert library.distinctions
    for card in library.distinctions.values():
        text = card.texts[language]
        drawing = draw_card(text, CELLS, frame_of(text))
        assert_sound(drawing)
        assert drawing.width < drawing.height < 2.4 * drawing.width


def test_no_word_of_the_own_pack_is_broken_without_a_hyphen(library: Library, language: Language) -> None:
    for card in library.distinctions.values():
        text = card.texts[language]
        words = {
            *words_of(draw_card(text, CELLS, frame_of(text)))
            .replace("- ", "-")
            .replace("\u2018", "'")
            .replace("\u2019", "'")
            .split()
        }
        for side in text.sides:
            written = f"{side.name} {side.what} {side.who} {side.whom} {side.follows}"
            assert {*written.split()} <= words


def test_a_card_is_a_picture(library: Library) -> None:
    card = next(iter(library.distinctions.values()))
    drawing = draw_card(card.texts["nl"], CELLS, frame_of(card.texts["nl"]))
    image = Image.open(BytesIO(png(drawing)))
    assert image.size == (WIDTH, drawing.height)


def test_what_can_not_be_drawn_is_said() -> None:
    text = text_of(2, "社会信用 {}")
    with pytest.raises(UndrawableError):
        draw_card(text, CELLS, frame_of(text))
