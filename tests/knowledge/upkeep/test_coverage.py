"""What of the essay, and of an inventory of it, no entry uses."""

from pathlib import Path

import pytest
import yaml

from knowledge.library import Library
from knowledge.loader import load
from knowledge.upkeep.coverage import inventory_gaps, unused_paragraphs
from tests.support.broken_packs import honey
from tests.support.extras import write_rich_pack
from tests.support.packs import write_pack

BY_EYE = "to check by eye, told in other words or not at all"


def gaps(library: Library, folder: Path, inventory: str) -> list[str]:
    path = folder / "inventory.yaml"
    path.write_text(inventory, encoding="utf-8")
    return [*inventory_gaps(library, path)]


def test_paragraphs_that_nobody_cites_are_listed(small_library: Library) -> None:
    assert unused_paragraphs(small_library) == [4, "note"]


@pytest.mark.parametrize(
    ("inventory", "found"),
    [
        ("entries: {bees-wax: {say: [x]}}", ["bees-wax: no such entry"]),
        ("entries: {bees-honey: {para: [1, 4, note]}}", ["bees-honey: paragraphs not cited: 4, note"]),
        ("entries: {bees-honey: {para: [1, 2, 3], say: [something namely sweet sugar]}}", []),
        ("entries: {bees-honey: {say: [sweetness and sugary flowers]}}", []),
        ("entries: {bees-honey: {say: [a wasp]}}", [f"bees-honey: {BY_EYE} (0% of its words): a wasp"]),
        ("entries: {bees-honey: {say: [a bee]}}", []),
        ("entries: {bees-honey: {say: [sugar and fur far off]}}", []),
        ("distinctions: {bees-owls: {}}", ["bees-owls: no such distinction"]),
        ("{}", []),
    ],
)  # fmt: skip
def test_what_an_inventory_asks_for_and_the_base_lacks_is_named(
    small_library: Library, tmp_path: Path, inventory: str, found: list[str]
) -> None:
    assert gaps(small_library, tmp_path, inventory) == found


def test_a_fact_that_is_half_told_is_not_doubted(small_library: Library, tmp_path: Path) -> None:
    told, untold = "something sweet parliament voted", "something parliament voted yesterday"
    [line] = gaps(small_library, tmp_path, f"entries: {{bees-honey: {{say: [{told}, {untold}]}}}}")
    assert line.endswith(f"(25% of its words): {untold}")


def test_an_empty_inventory_asks_for_nothing(small_library: Library, tmp_path: Path) -> None:
    assert gaps(small_library, tmp_path, "") == []


@pytest.mark.parametrize(
    ("sources", "unused"),
    [
        ('[{ work = "book", section = "Two", para = [4, "note"] }]', []),
        ('[{ work = "book", section = "Two", para = ["note"] }, { work = "paper" }]', [4]),
        ('[{ work = "paper", para = [4, "note"] }]', [4, "note"]),
    ],
)
def test_a_paragraph_is_used_by_an_entry_that_cites_the_essay(
    tmp_path: Path, sources: str, unused: list[int | str]
) -> None:
    replaced = honey('[{ work = "book", section = "One", para = [1, 2, 3] }]', sources)
    assert unused_paragraphs(load(write_pack(tmp_path, **replaced))) == unused


def test_a_card_that_is_there_is_no_gap_and_one_that_is_not_is(tmp_path: Path) -> None:
    library = load(write_rich_pack(tmp_path))
    assert gaps(library, tmp_path, "distinctions: {bees-owls: {}, bees-wasps: {}}") == [
        "bees-wasps: no such distinction"
    ]


def test_gaps_come_in_the_order_of_the_inventory(small_library: Library, tmp_path: Path) -> None:
    asked = "owls-night: {para: [note], say: [parliament voted]}\n bees-wax: {}\n bees-honey: {para: [4]}"
    found = gaps(small_library, tmp_path, f"distinctions: {{bees-owls: {{}}}}\nentries:\n {asked}")
    assert [line.split(":")[0] for line in found] == ["owls-night", "owls-night", "bees-wax", "bees-honey", "bees-owls"]


def test_an_inventory_that_is_not_there_or_is_no_yaml_is_an_error(small_library: Library, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        [*inventory_gaps(small_library, tmp_path / "inventory.yaml")]
    with pytest.raises(yaml.YAMLError):
        gaps(small_library, tmp_path, "entries: [")


@pytest.mark.parametrize(
    "inventory",
    ["entries:", "distinctions:", "entries: {bees-honey: }", "entries: {bees-honey: {say: jars of sweet honey}}"],
)
def test_a_part_that_is_left_open_asks_for_nothing(small_library: Library, tmp_path: Path, inventory: str) -> None:
    assert gaps(small_library, tmp_path, inventory) == []
