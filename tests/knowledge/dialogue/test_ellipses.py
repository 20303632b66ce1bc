"""How people ask for an entry in passing."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.dialogue.ellipses import Ellipses
from knowledge.library import Library
from knowledge.loader import load
from knowledge.shelf import NO_SHELF
from tests.support.extras import write_rich_pack
from tests.support.packs import write_pack


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("en hun kids?", "children-school"),
        ("what if you get caught there", "shenzhen-jaywalking"),
        ("hoeveel namen zijn dat nou", "since-list-size"),
        ("and the perks of it", "sesame-rewards"),
    ],
)
def test_a_short_question_is_like_those_listed_for_its_entry(library: Library, text: str, entry: str) -> None:
    likeness = Ellipses(library, NO_SHELF).of(text)
    assert list(library.entries)[int(np.argmax(likeness))] == entry


def test_a_pack_lists_them_per_language_or_not_at_all(tmp_path: Path) -> None:
    rich = load(write_rich_pack(tmp_path / "rich"))
    place = list(rich.entries).index("bees-honey")
    assert Ellipses(rich, NO_SHELF).of("is it sweet")[place] == pytest.approx(1)
    assert not Ellipses(load(write_pack(tmp_path / "bare")), NO_SHELF).of("is it sweet").any()
