"""What the checks across files have in common."""

import pytest

from knowledge.entries import Pointer
from knowledge.findings import missing_entries, missing_languages, pointer_problems
from knowledge.library import Library


def test_each_missing_language_is_a_finding(small_library: Library) -> None:
    assert [*missing_languages(small_library, {"en"})] == [(("nl",), "is missing")]
    assert [*missing_languages(small_library, {"nl", "en"})] == []


def test_each_unknown_id_is_a_finding_at_its_position(small_library: Library) -> None:
    found = missing_entries(small_library, ("bees-honey", "bees-wax", "owls-night", "owls-day"))
    assert [*found] == [((1,), "no entry 'bees-wax'"), ((3,), "no entry 'owls-day'")]


@pytest.mark.parametrize(
    ("pointer", "problems"),
    [
        (Pointer(work="book", section="One", para=(1, 3)), []),
        (Pointer(work="book", section="Two", para=("note",)), []),
        (Pointer(work="paper"), []),
        (Pointer(work="film"), ["no work 'film' in sources.toml"]),
        (Pointer(work="book"), ["no section None in 'book'"]),
        (Pointer(work="book", section="Two"), ["names no paragraph"]),
        (
            Pointer(work="book", section="Two", para=(1, 4, "coda")),
            ["no paragraph 1 in section 'Two'", "no paragraph 'coda' in section 'Two'"],
        ),
    ],
)
def test_a_pointer_leads_to_a_paragraph(small_library: Library, pointer: Pointer, problems: list[str]) -> None:
    assert [*pointer_problems(small_library, pointer)] == problems
