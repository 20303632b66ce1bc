"""The map of the whole as a picture."""

from itertools import pairwise
from typing import get_args

import pytest

from knowledge.drawing.maps import draw_map, spans_of
from knowledge.drawing.shapes import Drawing, Panel, Stroke
from knowledge.drawing.sheet import MARGIN, WIDTH, Frame
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.maps import Link, Look, Map, MapText, Node, NodeText
from tests.support.drawings import STRAIGHT, assert_sound, words_of

FRAME = Frame("Over", "Title", "Note", "Source")
LONG = "Een mensenrechtenverdragsrechtelijke, eindeloos-ingewikkelde “aangelegenheid” " * 8


def map_of(rows: tuple[tuple[str, ...], ...], said: str = "text of {}", look: Look = "plain") -> Map:
    """Give a map with an arrow wherever one can go; not validated, so that it can be longer than a pack allows."""
    nodes = {
        name: Node.model_construct(
            entry="e",
            look=look,
            texts={"en": NodeText.model_construct(name=f"Node {name}", text=said.format(name))},
        )
        for row in rows
        for name in row
    }
    bare = Map.model_construct(
        rows=rows, nodes=nodes, links=(), sources=(), texts={"en": MapText(title="Map", lead="Lead")}
    )
    links = tuple(
        Link.model_construct(ends=(upper, lower), texts={"en": said.format(f"{upper} to {lower}")})
        for upper in nodes
        for lower in nodes
        if bare.can_link(upper, lower)
    )
    return bare.model_copy(update={"links": links})


def arrows(drawing: Drawing) -> list[Stroke]:
    return [shape for shape in drawing.shapes if isinstance(shape, Stroke)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_panels_share_the_width_and_do_not_touch(count: int) -> None:
    spans = spans_of(count)
    assert (spans[0][0], spans[-1][1]) == (MARGIN, WIDTH - MARGIN)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize("look", get_args(Look))
def test_everything_on_the_map_is_written_and_sound(look: Look) -> None:
    whole = map_of((("a", "b"), ("c",), ("d", "e", "f"), ("g", "h", "i")), look=look)
    drawing = draw_map(whole, "en", FRAME)
    words = words_of(drawing).splitlines()
    assert {f"Node {name}" for name in "abcdefghi"} <= {*words}
    assert {f"text of {name}" for name in "abcdefghi"} <= {*words}
    assert {"text of a to c", "text of c to f", "text of f to i"} <= {*words}
    assert_sound(drawing)


def test_an_arrow_leads_from_panel_to_panel_past_its_words() -> None:
    drawing = draw_map(map_of((("a",), ("b",))), "en", FRAME)
    upper, lower = (shape.box for shape in drawing.shapes if isinstance(shape, Panel) and shape.radius == 20)
    begins, ends = arrows(drawing)
    [words] = [text.box for text in drawing.texts if text.lines == ("text of a to b",)]
    assert upper.bottom <= begins.top < begins.bottom <= words.top
    assert words.bottom <= ends.top < ends.bottom <= lower.top
    assert (begins.pointed, ends.pointed) == (False, True)


def test_rows_without_a_link_stay_apart_without_arrows() -> None:
    whole = map_of((("a",), ("b",))).model_copy(update={"links": ()})
    drawing = draw_map(whole, "en", FRAME)
    assert arrows(drawing) == []
    assert_sound(drawing)


@pytest.mark.parametrize("said", [LONG, "x" * 300])
@pytest.mark.parametrize("look", ["plain", "part"])
def test_a_map_grows_with_its_texts(said: str, look: Look) -> None:
    rows = (("a", "b"), ("c",), ("d", "e", "f"))
    drawing = draw_map(map_of(rows, said, look), "en", FRAME)
    assert drawing.height > 2 * draw_map(map_of(rows), "en", FRAME).height
    assert_sound(drawing)


def test_the_map_of_the_own_pack_is_sound_and_fits_a_phone(library: Library, language: Language) -> None:
    assert library.map
    text = library.map.texts[language]
    drawing = draw_map(library.map, language, Frame("Over", text.title, text.lead, "Source"))
    assert_sound(drawing)
    assert drawing.height < 2.4 * drawing.width
    words = {*words_of(drawing).translate(STRAIGHT).split()}
    for node in library.map.in_order:
        written = f"{node.texts[language].name} {node.texts[language].text}"
        assert {*written.split()} <= words
