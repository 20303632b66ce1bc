"""A question, read with every signal."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.examples import NOT_OURS
from knowledge.matching.model import Model


def best(model: Model, question: str) -> str:
    return model.reader.labels[int(np.argmax(model.reader.read(question).total))]


def test_the_total_is_the_signals_by_their_weights(small_model: Model) -> None:
    reading = small_model.reader.read("the comb, tell me of the honey")
    assert reading.total == pytest.approx(small_model.reader.ranker.weights @ reading.signals)


def test_what_is_word_for_word_an_example_leads(small_model: Model) -> None:
    reading = small_model.reader.read("tell me of honey comb")
    weighed = small_model.reader.ranker.scores(reading.signals)
    ahead = np.flatnonzero(reading.total - weighed > 1)
    assert [small_model.reader.labels[place] for place in ahead] == ["bees-honey"]


@pytest.mark.parametrize(
    ("question", "label"),
    [("is it honey sugar", "bees-honey"), ("recept voor soep", NOT_OURS), ("hoi", "@greeting"), ("🙂", None)],
)
def test_the_best_label_is_what_the_question_is_about(small_model: Model, question: str, label: str | None) -> None:
    assert label is None or best(small_model, question) == label


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("swelilng needlle", "bees-sting"),
        ("vertel van nacht vluchten", "owls-night"),
        ("vertel van nachtvluhcten", "owls-night"),
        ("nightflights", "owls-night"),
        ("honingsteken", "bees-sting"),
    ],
)
def test_misspelt_torn_and_run_together_words_are_read_as_those_of_the_base(
    small_model: Model, question: str, label: str
) -> None:
    assert best(small_model, question) == label


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("kwam het door het voedsel schandaal", "kwam het door het voedselschandaal"),
        ("hoe werkt gezichts herkenning", "hoe werkt gezichtsherkenning"),
        ("the black list for trains", "the blacklist for trains"),
    ],
)
def test_a_torn_compound_is_read_as_the_whole_one(model: Model, torn: str, whole: str) -> None:
    assert best(model, torn) == best(model, whole)


def test_length_and_known_words_are_those_of_what_was_typed(small_model: Model) -> None:
    reading = small_model.reader.read("honey, honey and zzzzzz!")
    assert (reading.length, reading.known_share) == (4, 0.5)


@pytest.mark.parametrize("question", ["qqqq zzzz xxxx", "qqqq", "社会信用 是什么", "ما هو العسل", "1234 5678"])
def test_a_question_without_any_known_word_is_answered_with_no_entry(small_model: Model, question: str) -> None:
    reading = small_model.reader.read(question)
    assert reading.known_share == 0
    sure = small_model.decision.judge(reading).first >= small_model.decision.answer_from
    entries = small_model.reader.labels[: small_model.reader.signals.entries]
    assert not (sure and small_model.reader.labels[int(np.argmax(reading.total[:-1]))] in entries)


@pytest.mark.parametrize("word", ["honey ", "zzzz ", "x", "社"])
def test_two_thousand_characters_are_read(small_model: Model, word: str) -> None:
    text = (word * 2000)[:2000]
    reading = small_model.reader.read(text)
    assert reading.length == len(text.split())
    assert np.isfinite(reading.total).all()
    assert 0 <= small_model.decision.judge(reading).first <= 1


def test_a_question_is_read_by_the_vector_of_its_mended_words(small_model: Model) -> None:
    reader = small_model.reader
    found, mended = reader.read("VENMO"), reader.space.vector(["venmo", "venom"])
    assert found.signals.tolist() == reader.signals.of(mended, ["venmo"]).tolist()
    assert found.familiar == reader.familiarity.score(mended)


@given(st.text(st.characters()))
def test_any_question_has_a_finite_reading(small_model: Model, question: str) -> None:
    reading = small_model.reader.read(question)
    assert np.isfinite(reading.total).all()
    assert reading.total.shape == (len(small_model.reader.labels),)
    assert reading.languages.shape == (2,)
    judged = small_model.decision.judge(reading)
    assert 0 <= judged.first <= judged.offered <= 1


@given(st.text(st.characters(), max_size=40))
def test_a_question_is_read_the_same_again(small_model: Model, question: str) -> None:
    one, other = (small_model.reader.read(question) for _ in range(2))
    assert one.total.tolist() == other.total.tolist()
    assert one.signals.tolist() == other.signals.tolist()
