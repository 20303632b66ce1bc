"""Terms and their numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.vocabulary import kept, taken, terms_of, vocabulary
from knowledge.text import words

TERMS = ["honey", "honey bee", " h", "één", "蜂", "ho"]


def test_each_term_has_a_number_of_its_own_and_nothing_else_has_one() -> None:
    known = vocabulary(TERMS)
    assert sorted(known.get(term) or 0 for term in TERMS) == [*range(len(TERMS))]
    assert {*terms_of(known)} == {*TERMS}
    assert [known.get(term) for term in ("hon", "honey ", "", "🙂")] == [None] * 4


def test_the_same_terms_get_the_same_numbers_in_whatever_order_they_come() -> None:
    assert terms_of(vocabulary(TERMS)) == terms_of(vocabulary(reversed(TERMS)))


def test_what_was_kept_is_taken_again() -> None:
    known = vocabulary(TERMS)
    again = taken(kept(known))
    assert terms_of(again) == terms_of(known)
    assert [again.get(term) for term in TERMS] == [known.get(term) for term in TERMS]


@pytest.mark.parametrize("content", [b"", b"no trie" * 50, kept(vocabulary(TERMS)).tobytes()[:40]])
def test_what_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no vocabulary"):
        taken(np.frombuffer(content, dtype=np.uint8))


@given(st.text(st.characters(codec=None)))
def test_the_words_of_any_text_can_be_looked_up(text: str) -> None:
    known = vocabulary(words(text))
    assert all(known.get(word) is not None for word in words(text))
