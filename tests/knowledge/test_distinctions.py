"""Distinctions: things that people mix up, side by side."""

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.loader import load
from tests.support.broken_packs import complaints, edited
from tests.support.extras import EXTRAS, write_rich_pack

PATH = "distinctions.toml"
ANOTHER_SIDE = '[[bees-owls.en.sides]]\nname = "A"\nwhat = "a"\nwho = "b"\nwhom = "c"\nfollows = "d"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            edited(EXTRAS[PATH], "Bee or owl?", "x" * 41),
            "12: bees-owls.en.title: String should have at most 40 characters",
        ),
        (edited(EXTRAS[PATH], "People mix them up.", "w " * 36), "13: bees-owls.en.mix_up: has 36 words, at most 35"),
        (
            edited(EXTRAS[PATH], 'name = "Bee"', f'name = "{"x" * 29}"'),
            "15: bees-owls.en.sides.0.name: String should have at most 28 characters",
        ),
        (
            edited(EXTRAS[PATH], 'whom = "c"\nfollows', f'whom = "{"w " * 17}"\nfollows'),
            "18: bees-owls.en.sides.0.whom: has 17 words, at most 16",
        ),
        (edited(EXTRAS[PATH], 'follows = "d"\n[[', "[["), "14: bees-owls.en.sides.0.follows: is missing"),
        (
            EXTRAS[PATH] + ANOTHER_SIDE * 2,
            "14: bees-owls.en.sides: Tuple should have at most 3 items after validation, not 4",
        ),
        (
            edited(EXTRAS[PATH], "[bees-owls]", "[bees-owls]\ncolour = 1"),
            "2: bees-owls.colour: is not a key that belongs here",
        ),
    ],
)
def test_an_overstepped_limit_is_named_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    assert f"{PATH}:{line}" in complaints(write_rich_pack(tmp_path, **{PATH: text}))


def test_a_card_of_one_side_is_refused(tmp_path: Path) -> None:
    one_side = edited(EXTRAS[PATH], '  { name = "Uil", what = "a", who = "b", whom = "c", follows = "d" },\n', "")
    assert complaints(write_rich_pack(tmp_path, **{PATH: one_side})) == [
        f"{PATH}:7: bees-owls.nl.sides: Tuple should have at least 2 items after validation, not 1"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bee or owl?", "x" * 40),
        ("People mix them up.", "w " * 35),
        ('"Bee"', f'"{"x" * 28}"'),
        ('"a"', f'"{"w " * 16}"'),
    ],
)
def test_a_card_may_fill_its_limits(tmp_path: Path, old: str, new: str) -> None:
    assert "bees-owls" in load(write_rich_pack(tmp_path, **{PATH: edited(EXTRAS[PATH], old, new)})).distinctions


def test_a_card_that_leads_to_an_entry_twice_is_refused(tmp_path: Path) -> None:
    twice = edited(EXTRAS[PATH], '"owls-night"', '"bees-honey"')
    assert complaints(write_rich_pack(tmp_path, **{PATH: twice}))


def test_every_card_of_the_pack_sets_its_sides_apart(library: Library) -> None:
    assert library.distinctions
    for card in library.distinctions.values():
        for text in card.texts.values():
            assert len({side.name for side in text.sides}) == len(text.sides)
