"""Entries that are written outside of the pack's files."""

import pytest

from knowledge.library import Library
from knowledge.problems import BrokenPackError
from knowledge.written_entries import as_change_text, entry_change, mark_of_entry, read_written, with_entry
from tests.support.packs import entry

SOURCE = entry("wax", "was", "comb candle walls yellow", following="bees-sting")


def test_an_entry_comes_back_from_its_text() -> None:
    written = read_written("bees-wax", as_change_text(SOURCE, "bees", after="bees-honey"))
    assert (written.entry.id, written.entry.topic, written.after, written.replaces) == (
        "bees-wax",
        "bees",
        "bees-honey",
        None,
    )
    assert written.entry.since[0].sources == ("paper",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bees-wax", "= no toml"),
        ("bees-wax", SOURCE),
        ("bees-wax", as_change_text(SOURCE, "bees").replace('"author"', '"gossip"')),
        ("a/b", as_change_text(SOURCE, "bees")),
        ("bees-wax", as_change_text(SOURCE, "../bees")),
        ("bees-wax", "[" * 5000),
    ],
)
def test_what_is_no_entry_is_told(name: str, text: str) -> None:
    with pytest.raises(BrokenPackError):
        read_written(name, text)


def test_what_is_no_toml_gets_no_change() -> None:
    with pytest.raises(BrokenPackError, match="is not TOML"):
        as_change_text("= no", "bees")


def test_only_a_new_entry_says_what_leads_to_it(small_library: Library) -> None:
    new = entry_change(small_library, "bees-wax", SOURCE, "bees", "bees-honey")
    assert (new.kind, new.entry) == ("entry", "bees-wax")
    assert new.text == as_change_text(SOURCE, "bees", after="bees-honey")
    anew = entry_change(small_library, "bees-honey", SOURCE, "bees", "bees-sting")
    mark = mark_of_entry(small_library.entries["bees-honey"])
    assert anew.text == as_change_text(SOURCE, "bees", replaces=mark)


def test_the_rules_of_the_pack_hold_for_it(small_library: Library) -> None:
    alone = read_written("bees-wax", as_change_text(SOURCE, "bees"))
    with pytest.raises(BrokenPackError, match="no other entry leads here"):
        with_entry(small_library, alone)


def test_the_mark_changes_with_anything(small_library: Library) -> None:
    one = small_library.entries["bees-honey"]
    assert mark_of_entry(one) == mark_of_entry(one.model_copy())
    assert mark_of_entry(one) != mark_of_entry(one.model_copy(update={"voice": "essay"}))
