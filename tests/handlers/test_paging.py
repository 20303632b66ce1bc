"""Pages: every item once, buttons only to pages that are there."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.buttons import Tap, Verb
from handlers.paging import Page, page_of, turning_row
from handlers.phrasebook import read_phrasebook

PHRASES = read_phrasebook()["en"]
lengths, sizes = st.integers(0, 60), st.integers(1, 9)


@given(lengths, sizes)
def test_the_pages_together_are_the_list(length: int, size: int) -> None:
    count = page_of(range(length), 0, size).count
    assert [item for number in range(count) for item in page_of(range(length), number, size).items] == [*range(length)]


@given(lengths, sizes)
def test_every_page_but_the_last_is_full_and_only_an_empty_list_has_an_empty_page(length: int, size: int) -> None:
    count = page_of(range(length), 0, size).count
    filled = [len(page_of(range(length), number, size).items) for number in range(count)]
    assert filled[:-1] == [size] * (count - 1)
    assert 0 < filled[-1] <= size or length == 0


@given(lengths, sizes, st.integers(0, 999))
def test_a_number_beyond_the_end_gives_the_last_page(length: int, size: int, number: int) -> None:
    page = page_of(range(length), number, size)
    assert page.number == min(number, page.count - 1)


@given(st.integers(1, 9), st.data())
def test_buttons_lead_to_the_pages_next_to_this_one(count: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, count - 1))
    rows = turning_row(PHRASES, Page((), number, count), Tap(Verb.TOPICS, "en", "bees", number))
    wanted = [Tap(Verb.TOPICS, "en", "bees", near) for near in (number - 1, number + 1) if 0 <= near < count]
    assert [button.callback_data for row in rows for button in row] == [tap.pack() for tap in wanted]


def test_one_page_has_no_row() -> None:
    assert turning_row(PHRASES, Page((), 0, 1), Tap(Verb.WORKS, "nl")) == ()
