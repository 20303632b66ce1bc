"""The map of the whole: its texts within their limits, and which arrows lead straight down."""

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.loader import load
from knowledge.maps import Map
from tests.support.broken_packs import complaints, edited
from tests.support.extras import EXTRAS, write_rich_pack

PATH = "map.toml"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"All animals"', f'"{"x" * 41}"', "7: en.title: String should have at most 40 characters"),
        ('"This is how they relate."', f'"{"w " * 41}"', "8: en.lead: has 41 words, at most 40"),
        ('name = "Bees"', f'name = "{"x" * 29}"', "13: nodes.bees.en.name: String should have at most 28 characters"),
        ('text = "They buzz"', f'text = "{"w " * 25}"', "13: nodes.bees.en.text: has 25 words, at most 24"),
        ('nl = "maken"', f'nl = "{"w " * 9}"', "24: links.0.nl: has 9 words, at most 8"),
        ('look = "key"', 'look = "gold"', "11: nodes.bees.look: Input should be 'plain', 'key', 'part' or 'story'"),
        ('look = "key"', "colour = 1", "11: nodes.bees.colour: is not a key that belongs here"),
        ('entry = "bees-sting"', "", "9: nodes.bees.entry: is missing"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    text = edited(EXTRAS[PATH], old, new)
    found = complaints(write_rich_pack(tmp_path, **{PATH: text}))
    assert f"{PATH}:{line}" in found


@pytest.mark.parametrize("text", ["nodes = 1", "links = 1", "nodes = { a = 1 }\nlinks = [1]", "rows = []", ""])
def test_what_is_no_map_is_refused(tmp_path: Path, text: str) -> None:
    assert all(line.startswith("map.toml") for line in complaints(write_rich_pack(tmp_path, **{PATH: text})))


def test_a_map_is_read_whole(tmp_path: Path) -> None:
    whole = load(write_rich_pack(tmp_path)).map
    assert whole
    assert [node.texts["nl"].name for node in whole.in_order] == ["Bijen", "Honing", "Uilen"]
    assert [node.look for node in whole.in_order] == ["key", "plain", "plain"]
    assert [link.texts["en"] for link in whole.links] == ["make", "fear"]
    assert whole.texts["en"].lead == "This is how they relate."


def test_a_pack_may_do_without_a_map(small_library: Library) -> None:
    assert small_library.map is None


def test_the_own_pack_has_a_map_of_its_main_entries(library: Library) -> None:
    assert library.map
    assert {node.entry for node in library.map.in_order} >= {"sesame-what", "pilots-what", "national-list"}


@pytest.mark.parametrize(
    ("ends", "leads"),
    [
        ("ad", True),
        ("bd", True),
        ("de", True),
        ("dg", True),
        ("eh", True),
        ("fi", True),
        ("eg", False),
        ("ej", False),
        ("gk", False),
        ("hl", False),
        ("da", False),
        ("ab", False),
        ("ae", False),
        ("ax", False),
        ("xa", False),
    ],
)
def test_an_arrow_leads_straight_down_to_the_next_row(ends: str, *, leads: bool) -> None:
    rows = (("a", "b"), ("d",), ("e", "f", "g"), ("h", "i", "j"), ("k", "l"))
    whole = Map.model_construct(rows=rows, nodes={}, sources=(), texts={})
    assert whole.can_link(*ends) is leads
