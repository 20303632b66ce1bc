"""A question, read with every signal."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.examples import NOT_OURS
from knowledge.matching.model import SHARES, Model


def test_the_total_is_the_shared_sum_of_the_signals(small_model: Model) -> None:
    reader = small_model.reader
    reading = reader.read("tell me of honey comb")
    about = reader.about.scores(reader.space.vector("tell me of honey comb"))
    total = SHARES[0] * reading.linear + SHARES[1] * reading.nearest + SHARES[2] * about
    assert np.allclose(reading.total, total, atol=1e-6)


def test_the_best_label_is_what_the_question_is_about(small_model: Model) -> None:
    reader = small_model.reader
    for question, label in {
        "is it honey sugar": "bees-honey",
        "recept voor soep": NOT_OURS,
        "hoi": "@greeting",
    }.items():
        assert reader.labels[int(np.argmax(reader.read(question).total))] == label


def test_a_misspelt_question_is_read_as_the_right_one(small_model: Model) -> None:
    reader = small_model.reader
    assert reader.labels[int(np.argmax(reader.read("swelilng needlle").total))] == "bees-sting"


def test_length_and_known_words_are_those_of_what_was_typed(small_model: Model) -> None:
    reading = small_model.reader.read("honey, honey and zzzzzz!")
    assert (reading.length, reading.known_share) == (4, 0.5)


@given(st.text(st.characters()))
def test_any_question_has_a_finite_reading(small_model: Model, question: str) -> None:
    reading = small_model.reader.read(question)
    assert np.isfinite(reading.total).all()
    assert reading.total.shape == (len(small_model.reader.labels),)
    assert reading.languages.shape == (2,)
    judged = small_model.decision.judge(reading)
    assert 0 <= min(judged.first, judged.offered) <= max(judged.first, judged.offered) <= 1
