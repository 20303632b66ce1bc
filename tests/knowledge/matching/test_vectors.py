"""Texts as sparse vectors of weighted terms."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.matching.terms import Kind, Stems, character_terms
from knowledge.matching.vectors import Block, Space, Vector
from knowledge.matching.vocabulary import terms_of
from knowledge.text import words
from tests.support.matching import row_of, table_of

TEXTS = [text.split() for text in ("honey bee", "honey comb", "honey owl owl", "night owl", "bee sting")]
TYPED = st.lists(st.sampled_from([word for text in TEXTS for word in text] + ["zzz", "hon"]), max_size=8)
ANY_TEXT = st.text(st.characters()).map(words) | TYPED
WORDS, CHARACTERS = Kind(Stems(()), 1.0), Kind(character_terms, 0.5, by_word=True)
SPACE = Space.learn([WORDS, CHARACTERS], TEXTS)


def learned(kind: Kind, offset: int = 0) -> Block:
    """Learn the terms of the texts."""
    return Block.learn_counting(kind, TEXTS, offset)[0]


def as_they_are(typed: Sequence[str]) -> Sequence[str]:
    """Take words that are already split."""
    return typed


@pytest.mark.parametrize("kind", [WORDS, CHARACTERS], ids=["words", "characters"])
@given(typed=TYPED)
def test_weights_are_those_of_scikit_learn(kind: Kind, typed: list[str]) -> None:
    block = learned(kind, 7)
    reference = TfidfVectorizer(
        analyzer=lambda text: [*kind.split(text)], sublinear_tf=True, vocabulary=terms_of(block.known)
    ).fit(TEXTS)
    columns, weights = block.weigh(typed)
    found = np.zeros(block.width)
    found[columns - 7] = weights
    assert found == pytest.approx(reference.transform([typed]).toarray()[0], abs=1e-6)


def test_a_run_of_characters_of_one_text_has_no_column_and_a_word_of_one_text_has() -> None:
    assert {"comb", "honey comb"} <= {*terms_of(learned(WORDS).known)}
    runs = {*terms_of(learned(CHARACTERS).known)}
    assert "owl" in runs
    assert "comb" not in runs


def test_a_rarer_term_weighs_more() -> None:
    block = learned(WORDS)
    columns, weights = block.weigh(["honey", "bee"])
    weight = dict(zip(columns.tolist(), weights.tolist(), strict=True))
    assert weight[block.place("bee")] > weight[block.place("honey")]


def test_a_repeated_term_weighs_more_and_less_than_twice() -> None:
    block = learned(Kind(as_they_are, 1.0))
    (_, (bee, owl)), (_, (bees, same_owl)) = block.weigh(["bee", "owl"]), block.weigh(["bee", "bee", "owl"])
    assert owl / bee == 1
    assert 1 < bees / same_owl < 2


def test_a_term_has_its_place_and_an_unknown_one_has_none() -> None:
    block = learned(WORDS)
    assert [block.place(term) for term in terms_of(block.known)] == [*range(block.width)]
    assert block.place("zzz") is None


@given(ANY_TEXT)
def test_a_vector_has_length_one_or_none_and_columns_of_its_own(typed: list[str]) -> None:
    vector = SPACE.vector(typed)
    length = float(np.linalg.norm(vector.weights))
    assert length == pytest.approx(1 if len(vector.columns) else 0, abs=1e-5)
    assert len(set(vector.columns.tolist())) == len(vector.columns)
    assert all(0 <= column < SPACE.width for column in vector.columns)


@given(ANY_TEXT)
def test_each_kind_has_its_share_in_columns_of_its_own(typed: list[str]) -> None:
    vector = SPACE.vector(typed)
    first, second = (np.linalg.norm(part) for part in np.split(vector.weights, vector.ends[:1]))
    assert vector.ends[-1] == len(vector.columns)
    assert (vector.columns[: vector.ends[0]] < SPACE.blocks[0].width).all()
    assert (vector.columns[vector.ends[0] :] >= SPACE.blocks[0].width).all()
    if first and second:
        assert second / first == pytest.approx(CHARACTERS.share / WORDS.share, abs=1e-5)


@given(st.lists(ANY_TEXT, max_size=5))
def test_vectors_under_each_other_are_rows(texts: list[list[str]]) -> None:
    vectors = [SPACE.vector(typed) for typed in texts]
    table = table_of(SPACE.rows(texts), SPACE.width)
    assert table.shape == (len(texts), SPACE.width)
    for row, vector in zip(table, vectors, strict=True):
        assert row == pytest.approx(row_of(vector, SPACE.width), abs=1e-6)


def test_vectors_of_the_texts_that_were_learned_from_are_those_that_any_text_gets() -> None:
    space, rows = Space.learn_rows([WORDS, CHARACTERS], TEXTS)
    assert [terms_of(block.known) for block in space.blocks] == [terms_of(block.known) for block in SPACE.blocks]
    assert table_of(rows, space.width) == pytest.approx(table_of(SPACE.rows(TEXTS), SPACE.width), abs=1e-6)


@pytest.mark.parametrize("text", ["", "🙂", "zzz", "\ud800"])
def test_a_text_without_known_terms_is_the_zero_vector(text: str) -> None:
    vector = SPACE.vector(words(text))
    assert (vector.columns.tolist(), vector.ends) == ([], (0, 0))


def test_a_space_without_texts_is_empty() -> None:
    empty = Space.learn([WORDS, CHARACTERS], [])
    assert empty.width == 0
    assert empty.vector(["honey"]).columns.tolist() == []


def test_the_same_text_has_the_same_vector_again() -> None:
    def parts(vector: Vector) -> tuple[list[int], list[float]]:
        return vector.columns.tolist(), vector.weights.tolist()

    assert parts(SPACE.vector(["honey", "owl"])) == parts(SPACE.vector(["honey", "owl"]))
