"""Texts as sparse vectors of weighted terms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.terms import Kind, character_terms, word_terms
from knowledge.matching.vectors import Block, Space

TEXTS = ["honey bee", "honey comb", "honey owl", "night owl", "bee sting"]
WORDS, CHARACTERS = Kind(word_terms, 1.0), Kind(character_terms, 0.5)
SPACE = Space.learn([WORDS, CHARACTERS], TEXTS)
ANY_TEXT = st.text(st.characters()) | st.lists(st.sampled_from(" ".join(TEXTS).split())).map(" ".join)


def test_a_term_of_one_text_has_no_column() -> None:
    assert Block.learn(WORDS, TEXTS).terms == ["bee", "honey", "owl"]


def test_a_rarer_term_weighs_more() -> None:
    block = Block.learn(WORDS, TEXTS)
    columns, weights = block.weigh("honey bee")
    weight = dict(zip(columns, weights, strict=True))
    assert weight[block.terms.index("bee")] > weight[block.terms.index("honey")]


def test_a_repeated_term_weighs_more_and_less_than_twice() -> None:
    block = Block.learn(WORDS, TEXTS)
    (_, (bee, owl)), (_, (bees, same_owl)) = block.weigh("bee owl"), block.weigh("bee bee owl")
    assert owl / bee == 1
    assert 1 < bees / same_owl < 2


@given(ANY_TEXT)
def test_a_vector_has_length_one_or_is_shorter_for_want_of_terms(text: str) -> None:
    vector = SPACE.vector(text)
    length = float(np.linalg.norm(vector.weights))
    found = sum(block.kind.share**2 for block in SPACE.blocks if block.weigh(text)[0])
    assert length == pytest.approx(np.sqrt(found / 1.25), abs=1e-5)
    assert len(set(vector.columns.tolist())) == len(vector.columns)
    assert all(0 <= column < SPACE.width for column in vector.columns)


@given(st.lists(ANY_TEXT, max_size=5))
def test_a_matrix_has_the_vectors_as_rows(texts: list[str]) -> None:
    matrix = SPACE.matrix(texts)
    assert matrix.shape == (len(texts), SPACE.width)
    for row, text in zip(matrix.toarray(), texts, strict=True):
        vector = SPACE.vector(text)
        assert row[vector.columns].tolist() == vector.weights.tolist()
        assert np.count_nonzero(row) == len(vector.columns)


@pytest.mark.parametrize("text", ["", "🙂", "zzz", "\ud800"])
def test_a_text_without_known_terms_is_the_zero_vector(text: str) -> None:
    assert SPACE.vector(text).columns.tolist() == []


def test_a_space_without_texts_is_empty() -> None:
    empty = Space.learn([WORDS, CHARACTERS], [])
    assert empty.width == 0
    assert empty.vector("honey").columns.tolist() == []
