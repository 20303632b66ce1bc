"""What stands before a question and is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dialogue.openers import Openers
from knowledge.dialogue.wordings import read_wordings
from knowledge.text import words

OPENERS = Openers(read_wordings().values())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("haha nee. wat kreeg je dan?", "wat kreeg je dan"),
        ("ok, and the list?", "and the list"),
        ("Thanks! One more question: do they know?", "do they know"),
        ("hmm why", "why"),
        ("wauw 😂 en in rongcheng", "en in rongcheng"),
        ("wat is sesame?", "wat is sesame?"),
        ("goed nieuws?", "goed nieuws?"),
    ],
)
def test_a_courtesy_is_taken_off(text: str, rest: str) -> None:
    trimmed = OPENERS.trim(text)
    assert (trimmed.text, trimmed.corrects, trimmed.bare) == (rest, False, False)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nee, ik bedoel wie er op staat", "wie er op staat"),
        ("no i meant the city", "the city"),
        ("oeps nee. ik wou weten wat de bewoners vonden", "wat de bewoners vonden"),
    ],
)
def test_a_correction_says_that_the_last_answer_was_wrong(text: str, rest: str) -> None:
    trimmed = OPENERS.trim(text)
    assert (trimmed.text, trimmed.corrects) == (rest, True)


@pytest.mark.parametrize("text", ["thanks!", "perfect, thank you!", "haha ok", "bizar 😂", "oké, bedankt"])
def test_a_courtesy_alone_is_left_whole(text: str) -> None:
    trimmed = OPENERS.trim(text)
    assert (trimmed.text, trimmed.question, trimmed.bare) == (text, text, True)


@pytest.mark.parametrize(("text", "question"), [("hello there", "hello there"), ("ok. sesame?", "sesame")])
def test_one_word_after_a_courtesy_is_a_question_only_after_a_stop(text: str, question: str) -> None:
    assert OPENERS.trim(text).question == question


@given(st.text(st.characters()))
def test_nothing_is_added_and_something_is_left(text: str) -> None:
    trimmed = OPENERS.trim(text)
    assert set(words(trimmed.text)) <= set(words(text))
    assert bool(words(trimmed.text)) == bool(words(text))
