"""Everyday words as vectors."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.wordvectors import WordVectors, word_vectors
from knowledge.text import words

SMALL = WordVectors.of_arrays(
    np.frombuffer(b"bee\nzoemer\nthe", np.uint8),
    np.array([[127, 0], [120, 30], [0, 100]], dtype=np.int8),
    np.array([0.01, 0.01, 0.0001], dtype=np.float32),
)


def test_a_text_is_the_sum_of_its_words_each_once_and_of_length_one() -> None:
    found = SMALL.text(["bee", "the", "bee", "unheard"])
    whole = np.array([1.27, 0.01])
    assert found == pytest.approx(whole / np.linalg.norm(whole), abs=1e-6)


@pytest.mark.parametrize("typed", [[], ["unheard"], ["\ud800"]])
def test_a_text_without_known_words_is_nought(typed: list[str]) -> None:
    assert SMALL.text(typed).tolist() == [0, 0]


@given(st.lists(st.lists(st.sampled_from(["bee", "zoemer", "the", "x"]), max_size=4), max_size=4))
def test_texts_are_rows(split: list[list[str]]) -> None:
    table = SMALL.texts(split)
    assert table.shape == (len(split), SMALL.width)
    for row, typed in zip(table, split, strict=True):
        assert row.tolist() == SMALL.text(typed).tolist()


@pytest.mark.parametrize(
    ("asked", "alike", "other"),
    [
        ("the judge ruled", "a court decided", "the cat slept"),
        ("de rechter besliste", "een rechtbank oordeelde", "de kat sliep"),
        ("the judge ruled", "de rechter besliste", "de kat sliep"),
        ("buying diapers online", "een webwinkel met luiers", "een rode auto"),
    ],
)
def test_what_means_alike_lies_closer_within_and_between_languages(asked: str, alike: str, other: str) -> None:
    first, near, far = (word_vectors().text(words(text)) for text in (asked, alike, other))
    assert first @ near > first @ far


def test_the_vectors_that_come_with_the_bot_have_a_place_for_every_word() -> None:
    table = word_vectors()
    assert len(table.places) == len(table.vectors) == len(table.scales)
    assert (table.scales > 0).all()
    assert table.scales[table.places["the"]] < table.scales[table.places["rechter"]]
