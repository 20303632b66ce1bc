"""A text as the terms that are counted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from knowledge.loader import load
from knowledge.matching.terms import CHARACTER_RUNS, character_terms, kinds, word_terms
from knowledge.text import words
from tests.support.extras import write_rich_pack

PLAIN = st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), max_size=8).map(" ".join)


def test_words_and_neighbours_are_terms() -> None:
    assert list(word_terms("The HONEY bee!")) == ["the", "honey", "bee", "the honey", "honey bee"]


@pytest.mark.parametrize("text", ["", "🙂", "?!", "\ud800"])
def test_a_text_without_words_has_no_terms(text: str) -> None:
    assert [*word_terms(text), *character_terms(text)] == []


def test_runs_of_characters_stay_within_a_word() -> None:
    assert list(character_terms("a bé")) == [" a", "a ", " a ", " b", "be", "e ", " be", "be ", " be "]


@given(PLAIN)
def test_runs_of_characters_are_those_of_scikit_learn(text: str) -> None:
    analyse = CountVectorizer(analyzer="char_wb", ngram_range=(CHARACTER_RUNS[0], CHARACTER_RUNS[-1])).build_analyzer()
    assert sorted(character_terms(text)) == sorted(analyse(text))


@given(st.text(st.characters()))
def test_any_text_has_terms_if_it_has_words(text: str) -> None:
    assert bool([*word_terms(text)]) == bool([*character_terms(text)]) == bool(words(text))


def test_the_concepts_of_the_lexicon_are_terms_too_and_weigh_less(tmp_path: Path) -> None:
    found = kinds(load(write_rich_pack(tmp_path)))
    assert [*found[-1].split("wie wil zoete goud")] == ["§honey"]
    assert found[-1].share < min(kind.share for kind in found[:-1])
