"""An entry as it travels."""

import pytest

from knowledge.library import Library
from knowledge.upkeep.exchange.items import EVERYTHING, Complaint, items_of, left_out


def test_an_item_says_what_the_file_of_its_entry_says(small_library: Library) -> None:
    [item, *_] = items_of(small_library)
    assert (item.id, item.place) == ("bees-honey", "entries/bees/bees-honey.toml")
    assert item.raw["sources"] == [{"work": "book", "section": "One", "para": [1, 2, 3]}]
    assert item.raw["since"][0]["nl"] == "Later bleek het anders met honing."
    assert item.raw["nl"]["more"] == "Nog meer over honing."
    assert "more" not in item.raw["en"]
    assert item.raw["en"]["phrasings"] == [*small_library.entries["bees-honey"].texts["en"].phrasings]


@pytest.mark.parametrize(
    ("carries", "missing"),
    [
        (EVERYTHING, {}),
        (EVERYTHING - {"next", "more"}, {"next": 3, "more": 3}),
        (EVERYTHING - {"since", "phrasings"}, {"since": 3, "phrasings": 3}),
    ],
)
def test_what_a_format_leaves_out_is_counted(
    small_library: Library, carries: frozenset[str], missing: dict[str, int]
) -> None:
    assert left_out(items_of(small_library), carries) == missing


def test_a_complaint_says_where() -> None:
    assert str(Complaint("line 3", "has no question")) == "line 3: has no question"
