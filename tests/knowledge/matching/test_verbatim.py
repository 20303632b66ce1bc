"""Examples, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.model import Model
from knowledge.matching.verbatim import LEAD, Verbatim
from knowledge.text import words

TEXTS = [["what", "is", "honey"], ["honey"], ["sting", "hurts"], ["honey"], ["sting", "hurts"]]
KNOWN = Verbatim.learn(TEXTS, [0, 1, 2, 3, 2])


def test_an_example_is_found_and_what_two_labels_share_belongs_to_neither() -> None:
    assert [KNOWN.find(typed) for typed in TEXTS] == [0, None, 2, None, 2]


@pytest.mark.parametrize("typed", [[], ["honey", "is", "what"], ["honey "], ["what is", "honey", "?"], ["\ud800"]])
def test_what_differs_by_a_word_is_none(typed: list[str]) -> None:
    assert KNOWN.find(typed) is None


@given(st.lists(st.lists(st.text(min_size=1), max_size=3), max_size=5))
def test_what_is_stored_comes_back(texts: list[list[str]]) -> None:
    known = Verbatim.learn(texts, range(len(texts)))
    back = Verbatim.of_arrays(*known.arrays())
    assert back.labels == known.labels


def test_an_example_leads_though_its_words_are_joined_for_the_weighing(small_model: Model) -> None:
    reading = small_model.reader.read("Tell me of HONEY comb?!")
    ahead = reading.total - small_model.reader.ranker.scores(reading.signals)
    label = small_model.reader.verbatim.find(words("tell me of honey comb"))
    assert label is not None
    assert ahead[label] == pytest.approx(LEAD)
