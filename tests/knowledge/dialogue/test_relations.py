"""How every entry stands to the one last spoken of."""

import pytest

from knowledge.dialogue.relations import RELATIONS, Relations
from knowledge.library import Library
from knowledge.outcomes import Dialogue


def related(library: Library, dialogue: Dialogue) -> dict[str, set[str]]:
    rows = Relations(library).of(dialogue)
    return {
        entry: {name for name, value in zip(RELATIONS, row, strict=True) if value}
        for entry, row in zip(library.entries, rows, strict=True)
    }


def test_links_go_from_and_to_the_entry(small_library: Library) -> None:
    assert related(small_library, Dialogue("en", entry="bees-honey")) == {
        "bees-honey": {"same"},
        "bees-sting": {"next", "contrast", "topic"},
        "owls-night": {"leads here", "two steps"},
    }


def test_what_was_said_and_offered_counts_too(small_library: Library) -> None:
    dialogue = Dialogue("en", offered=("owls-night", "gone"), earlier=("bees-sting",), listed=("bees-honey",))
    assert related(small_library, dialogue) == {
        "bees-honey": {"listed"},
        "bees-sting": {"earlier"},
        "owls-night": set(),
    }
    asked = Dialogue("en", offered=("owls-night",), said="clarify")
    assert related(small_library, asked)["owls-night"] == {"offered"}


def test_entries_of_one_distinction_are_related(library: Library) -> None:
    found = related(library, Dialogue("nl", entry="sesame-voluntary"))
    assert {"next", "contrast", "distinction"} <= found["national-sanctions"]


@pytest.mark.parametrize("entry", [None, "gone"])
def test_without_an_entry_nothing_is_related(small_library: Library, entry: str | None) -> None:
    assert not Relations(small_library).of(Dialogue("en", entry=entry)).any()
