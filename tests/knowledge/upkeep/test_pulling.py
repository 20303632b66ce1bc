"""What was changed beside a pack's files, written into them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.changes import Change
from knowledge.library import Library
from knowledge.loader import load
from knowledge.overlay import overlay
from knowledge.upkeep.pulling import pull
from tests.support.changes import HONEY, PRICE, STING, WAX
from tests.support.packs import write_pack

PHRASINGS = st.sampled_from(
    ["golden stuff", "what is honey", "is it honey comb", "zzz", "hoe laat gaat de trein", "Ünïcode 'q\"uote"]
)
CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(["phrasing", "unphrasing", "not-ours", "ours"]),
        st.sampled_from(["nl", "en"]),
        PHRASINGS,
        st.sampled_from(["bees-honey", "bees-sting"]),
    )
    | st.just(WAX),
    max_size=8,
)


@pytest.fixture
def files(tmp_path: Path) -> Library:
    """A pack that may be written to."""
    return load(write_pack(tmp_path / "pack"))


def same(one: Library, other: Library) -> bool:
    """Tell whether two libraries say the same."""
    return replace(one, digest="", folder=Path()) == replace(other, digest="", folder=Path())


def test_afterwards_the_files_say_it_and_the_changes_are_settled(files: Library) -> None:
    changes = [HONEY, STING, PRICE, WAX]
    found = overlay(files, changes)
    pull(files, found.library).apply(files.folder)
    pulled = load(files.folder)
    assert same(pulled, found.library)
    again = overlay(pulled, changes)
    assert (again.settled, again.library) == (tuple(changes), pulled)


def test_only_what_changed_moves(files: Library) -> None:
    path = files.folder / "entries/bees/bees-honey.toml"
    path.write_text("# by hand\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = tomli.loads(path.read_text(encoding="utf-8"))
    [text] = pull(files, overlay(files, [HONEY]).library).files.values()
    assert text.startswith("# by hand\n")
    before["en"]["phrasings"].append(HONEY.text)
    assert tomli.loads(text) == before


def test_nothing_is_written_where_nothing_changed(files: Library) -> None:
    assert pull(files, files).files == {}


@settings(max_examples=25)
@given(changes=CHANGES)
def test_whatever_was_changed_files_and_database_are_equal_afterwards(changes: list[Change]) -> None:
    with TemporaryDirectory() as folder:
        files = load(write_pack(Path(folder)))
        found = overlay(files, changes)
        pull(files, found.library).apply(files.folder)
        pulled = load(files.folder)
    assert same(pulled, found.library)
    assert overlay(pulled, found.made[-1:]).made == ()
