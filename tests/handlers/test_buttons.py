"""What a button carries, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.buttons import MAX_CALLBACK_BYTES, Tap, UnreadableButtonError, Verb, read_id, read_tap
from knowledge.entries import MAX_ID_LENGTH
from knowledge.languages import LANGUAGES

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda name: len(name) <= MAX_ID_LENGTH)
taps = st.builds(Tap, st.sampled_from(Verb), st.sampled_from(LANGUAGES), ids | st.just(""), st.integers(0, 999))


@given(taps)
def test_a_tap_is_read_as_it_was_packed(tap: Tap) -> None:
    assert read_tap(tap.pack()) == tap


@given(taps)
def test_a_tap_always_fits_a_button(tap: Tap) -> None:
    assert 1 <= len(tap.pack().encode()) <= MAX_CALLBACK_BYTES


@given(st.text() | st.from_regex(r"\A[a-z]:[a-z]{2}:[a-z0-9-]*(:\d{1,3})?\Z"))
def test_whatever_is_read_is_a_tap_or_refused(data: str) -> None:
    try:
        tap = read_tap(data)
    except UnreadableButtonError:
        return
    assert data.startswith(f"{tap.verb}:{tap.language}:{tap.about}")
    assert 0 <= tap.page <= 999


@pytest.mark.parametrize(
    "data",
    [
        None,
        "",
        "e",
        "e:en",
        "e:en:bees-honey:",
        "e:en:bees-honey:-1",
        "e:en:bees-honey:1000",
        "e:en:Bees",
        "e:en:bees honey",
        "e:en:bees-honey\n",
        "e:de:bees-honey",
        "x:en:bees-honey",
        "E:en:bees-honey",
        "e:EN:bees-honey",
        " e:en:bees-honey",
        "e:en:bees:honey",
        "e:en:bees'; drop table questions; --",
    ],
)
def test_another_form_is_refused(data: str | None) -> None:
    with pytest.raises(UnreadableButtonError):
        read_tap(data)


def test_a_tap_on_the_first_page_carries_no_number() -> None:
    assert Tap(Verb.TOPICS, "nl", "bees").pack() == "t:nl:bees"
    assert Tap(Verb.TOPICS, "nl", "bees", 1).pack() == "t:nl:bees:1"


@pytest.mark.parametrize(("about", "fits"), [("a" * 59, True), ("a" * 60, False), ("é" * 30, False)])
def test_more_than_telegram_takes_is_refused_when_the_button_is_made(about: str, fits: bool) -> None:  # noqa: FBT001
    tap = Tap(Verb.ENTRY, "en", about)
    if fits:
        assert len(tap.pack()) == MAX_CALLBACK_BYTES
        return
    with pytest.raises(ValueError, match="over 64 bytes"):
        tap.pack()


def test_no_two_verbs_are_the_same_and_each_is_one_letter_or_two() -> None:
    assert len({*map(str, Verb)}) == len(Verb)
    assert {len(verb) for verb in Verb} == {1, 2}


def test_an_id_is_a_number_that_a_column_can_hold() -> None:
    assert [read_id(about) for about in ("1", "999999999", "1000000000", "x", "", "-1")] == [1, 999999999, *[None] * 4]
