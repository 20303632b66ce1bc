"""Misspelt words, read as the words that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.spelling import Speller
from knowledge.text import words

KNOWN = ("trust", "credit", "blacklist", "surveillance", "list", "krediet", "vertrouwen")
SPELLER = Speller(KNOWN)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("the CREDTI system", "the credti credit system"),
        ("blakclsit", "blakclsit"),
        ("surveilance", "surveilance surveillance"),
        ("survielance", "survielance surveillance"),
        ("vertrouwn", "vertrouwn vertrouwen"),
        ("credit", "credit"),
        ("truust", "truust trust"),
        ("lits", "lits"),
        ("", ""),
    ],
)
def test_an_unknown_word_is_followed_by_the_one_that_it_stands_for(typed: str, mended: str) -> None:
    assert SPELLER.mend(typed) == mended


@pytest.mark.parametrize(
    ("text", "share"), [("", 0.0), ("🙂", 0.0), ("credit list", 1.0), ("Credit, what?", 0.5), ("trsut", 0.0)]
)
def test_the_share_of_known_words_is_told(text: str, share: float) -> None:
    assert SPELLER.known_share(text) == share


@given(st.text(st.characters()))
def test_what_was_typed_stays_in_order_and_what_is_added_is_known(text: str) -> None:
    mended = iter(SPELLER.mend(text).split())
    typed = words(text)
    for word in typed:
        assert word in mended
    assert len(SPELLER.mend(text).split()) <= 2 * len(typed)
    assert 0 <= SPELLER.known_share(text) <= 1


@given(st.sampled_from([word for word in KNOWN if len(word) > 5]), st.data())
def test_one_swap_within_a_word_is_mended(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert SPELLER.mend(swapped).split()[-1] == word


def test_a_speller_that_knows_nothing_mends_nothing() -> None:
    assert Speller([]).mend("anything goes") == "anything goes"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("trsut", "trust"), ("truxt", "trust"), ("vxrtrouwxn", "vertrouwen"), ("vretrouwne", "vertrouwen")],
)
def test_one_slip_in_five_letters_and_two_in_ten_are_mended(typed: str, meant: str) -> None:
    assert SPELLER.mend(typed) == f"{typed} {meant}"
