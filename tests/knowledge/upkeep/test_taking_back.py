"""Undoing what the pack's files say by now."""

from pathlib import Path

import pytest

from knowledge.changes import Change, Revision, in_force, undoing
from knowledge.library import Library
from knowledge.loader import load
from knowledge.overlay import overlay
from knowledge.upkeep.pulling import pull
from knowledge.upkeep.taking_back import taking_back
from tests.support.changes import HONEY, PRICE, STING, WAX, logged
from tests.support.packs import write_pack

JAR = Change("unphrasing", "en", "what about honey jar", "bees-honey")
TRAIN = Change("ours", "en", "when does the train leave")


@pytest.fixture
def files(tmp_path: Path) -> Library:
    """A pack that may be written to."""
    return load(write_pack(tmp_path / "pack"))


def pulled(files: Library, log: tuple[Revision, ...]) -> Library:
    """Write what holds into the files; read them again."""
    pull(files, overlay(files, in_force(log)).library).apply(files.folder)
    return load(files.folder)


def more(log: tuple[Revision, ...], files: Library, after: int) -> tuple[Revision, ...]:
    """Roll a log back."""
    return logged(*(each.change for each in log), *taking_back(files, log, undoing(log, after)).changes)


def texts(library: Library) -> dict[object, frozenset[str]]:
    """Give what is learned from a library, in no order."""
    said = {(name, code): frozenset(text.phrasings) for name, entry in library.entries.items()
            for code, text in entry.texts.items()}  # fmt: skip
    return said | {code: frozenset(examples.all) for code, examples in library.not_ours.items()}


def test_what_is_on_top_of_the_files_is_just_undone(files: Library) -> None:
    log = logged(HONEY, PRICE)
    back = taking_back(files, log, undoing(log, 0))
    assert [(change.kind, change.target) for change in back.changes] == [("undo", 2), ("undo", 1)]


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_what_was_pulled_is_taken_back_all_the_same(files: Library, after: int) -> None:
    log = logged(HONEY, STING, PRICE, JAR, TRAIN)
    was = overlay(files, in_force(log)[:after]).library
    now = pulled(files, log)
    log = more(log, now, after)
    rolled = overlay(now, in_force(log))
    assert rolled.unfit == ()
    assert texts(rolled.library) == texts(was)
    assert texts(pulled(now, log)) == texts(was)


def test_what_is_taken_back_twice_stays_so_and_can_hold_again(files: Library) -> None:
    log = logged(HONEY)
    now = pulled(files, log)
    log = more(log, now, 0)
    assert undoing(log, 0) == ()
    assert undoing(log, 1) == (Change("undo", target=2),)
    again = more(log, now, 1)
    assert texts(overlay(now, in_force(again)).library) == texts(now)
    gone = pulled(now, log)
    again = more(log, gone, 1)
    assert texts(overlay(gone, in_force(again)).library) == texts(now)


def test_an_entry_in_the_files_stays(files: Library) -> None:
    log = logged(WAX)
    assert taking_back(files, log, undoing(log, 0)).left == ()
    back = taking_back(pulled(files, log), log, undoing(log, 0))
    assert (back.changes, back.left) == ((Change("undo", target=1),), ("bees-wax",))
