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
        ("zoete", []),
        ("", []),
    ],
)
def test_forms_are_found_where_their_words_stand_together(text: str, found: list[str]) -> None:
    assert sorted(LEXICON.find(words(text))) == sorted(CONCEPT_MARK + name for name in found)


def test_its_words_are_those_of_all_forms() -> None:
    assert LEXICON.words == {"honing", "zoete", "goud", "prik", "honey", "sweet", "gold"}


def test_an_empty_lexicon_finds_nothing() -> None:
    assert list(Lexicon([]).find(["honey"])) == []


@given(st.lists(st.sampled_from(["sweet", "gold", "honey", "zoete", "goud", "old"])))
def test_concepts_are_found_as_by_looking_for_every_form_everywhere(typed: list[str]) -> None:
    forms = {"honing": 1, "zoete goud": 1, "prik": 1, "honey": 1, "sweet gold": 2, "gold": 1}
    text = f" {' '.join(typed)} "
    expected = sum(
        times * sum(text.startswith(f" {form} ", at) for at in range(len(text))) for form, times in forms.items()
    )
    assert len([*LEXICON.find(typed)]) == expected


@given(st.text(st.characters()))
def test_a_concept_cannot_be_typed(text: str) -> None:
    assert CONCEPT_MARK not in "".join(words(CONCEPT_MARK + text))
    assert all(name.startswith(CONCEPT_MARK) for name in LEXICON.find(words(text)))


def test_a_form_without_words_is_never_found() -> None:
    lexicon = Lexicon([{"smile": Concept(forms=("🙂", "smile"))}])
    assert [*lexicon.find([])] == []
    assert [*lexicon.find(["smile"])] == [f"{CONCEPT_MARK}smile"]
