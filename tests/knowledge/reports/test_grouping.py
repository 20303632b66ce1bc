"""Questions that ask much the same come together, and others stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.reports.grouping import grouped


def test_the_same_in_other_words_order_and_spelling_is_one_group(library: Library) -> None:
    texts = [
        "wat kost een huis in shanghai?",
        "hebben honden ook een score",
        "Wat kost een huis in Sjanghai",
        "heeft een hond ook een score?",
        "een huis in shanghai, wat kost dat",
        "wie wint het wk voetbal",
    ]
    assert grouped(library, texts) == [[0, 2, 4], [1, 3], [5]]


def test_nothing_asked_is_no_group(library: Library) -> None:
    assert grouped(library, []) == []


@given(st.lists(st.text("abc 社🐝", max_size=12), max_size=8))
def test_every_text_is_in_one_group(small_library: Library, texts: list[str]) -> None:
    assert sorted(place for group in grouped(small_library, texts) for place in group) == [*range(len(texts))]
