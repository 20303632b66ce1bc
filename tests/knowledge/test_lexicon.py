"""Everyday words and names, found as concepts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexicon import CONCEPT_MARK, Concept, Lexicon
from knowledge.text import words

LEXICON = Lexicon(
    [
        {"honey": Concept(forms=("honing", "zoete goud")), "sting": Concept(forms=("prik",))},
        {"honey": Concept(forms=("honey", "sweet gold")), "coin": Concept(forms=("gold", "sweet gold"))},
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wat is HONING?", ["honey"]),
        ("my honey of zoete goud", ["honey", "honey"]),
        ("sweet gold", ["honey", "coin", "coin"]),
        ("sweet, gold", ["honey", "coin", "coin"]),
        ("sweet old gold", ["coin"]),
        ("honingpot", []),
        ("", []),
    ],
)
def test_forms_are_found_where_their_words_stand_together(text: str, found: list[str]) -> None:
    assert sorted(LEXICON.find(text)) == sorted(CONCEPT_MARK + name for name in found)


def test_an_empty_lexicon_finds_nothing() -> None:
    assert list(Lexicon([]).find("honey")) == []


@given(st.text(st.characters()))
def test_a_concept_cannot_be_typed(text: str) -> None:
    assert CONCEPT_MARK not in "".join(words(CONCEPT_MARK + text))
    assert all(name.startswith(CONCEPT_MARK) for name in LEXICON.find(text))


def test_no_form_means_nothing() -> None:
    assert list(Lexicon([{"smile": Concept(forms=("🙂", "smile"))}]).find("")) == []
