"""Where what was changed beside the files and the files themselves say different things."""

from dataclasses import replace

import pytest

from knowledge.changes import Change, in_force
from knowledge.library import Library
from knowledge.overlay import overlay
from knowledge.upkeep.conflicts import conflicts, keeping_change, keeping_files
from knowledge.written_entries import as_change_text
from tests.support.changes import HONEY, PRICE, STING, WAX, logged
from tests.support.packs import entry

TAKEN = replace(HONEY, text="what about stings hurt")
FOREIGN = replace(HONEY, text="when does the train leave")
OURS = replace(PRICE, text="what about honey jar")
ANEW = Change(
    "entry",
    text=as_change_text(
        entry("honey", "honing", "golden stuff of hives", following="bees-sting"), "bees", replaces="0"
    ),
    entry="bees-honey",
)


def test_what_fits_is_no_conflict(small_library: Library) -> None:
    assert conflicts(small_library, logged(HONEY, STING, WAX)) == ()


@pytest.mark.parametrize(
    ("change", "files"),
    [
        (TAKEN, "a phrasing of bees-sting"),
        (FOREIGN, "an example of what is not ours"),
        (OURS, "a phrasing of bees-honey"),
        (ANEW, "another text of this entry"),
        (replace(HONEY, entry="gone"), "no entry 'gone'"),
        (replace(WAX, text="= no"), "nothing that it would fit"),
        (replace(HONEY, text="?"), "nothing that it would fit"),
    ],
)
def test_both_sides_are_told(small_library: Library, change: Change, files: str) -> None:
    [conflict] = conflicts(small_library, logged(STING, change))
    assert (conflict.revision.number, conflict.files) == (2, files)


@pytest.mark.parametrize("change", [TAKEN, FOREIGN, OURS, ANEW])
def test_either_side_can_win(small_library: Library, change: Change) -> None:
    log = logged(change)
    [conflict] = conflicts(small_library, log)
    undone = logged(change, *keeping_files(conflict))
    assert in_force(undone) == ()
    kept = logged(change, *keeping_change(small_library, conflict))
    assert conflicts(small_library, kept) == ()
    assert replace(in_force(kept)[-1], text=None) == replace(change, text=None)
    assert overlay(small_library, in_force(kept)).made


def test_what_can_not_be_made_to_fit_is_left(small_library: Library) -> None:
    for change in (replace(HONEY, entry="gone"), replace(WAX, text="= no")):
        [conflict] = conflicts(small_library, logged(change))
        assert keeping_change(small_library, conflict) == ()
