"""What can be typed behind /class has a word in every language."""

from typing import get_args

import pytest
from pydantic import ValidationError

from handlers.class_sentences import ClassSentences, Word
from handlers.phrasebook import read_phrasebook
from knowledge.languages import Language


def test_every_word_is_there_and_means_one_thing(language: Language) -> None:
    words = read_phrasebook()[language].classes.words
    assert {*words} == {*get_args(Word)}
    assert len(set(words.values())) == len(words)


def test_a_word_that_is_missing_is_an_error(language: Language) -> None:
    written = read_phrasebook()[language].classes.model_dump()
    del written["words"]["erase"]
    with pytest.raises(ValidationError, match="has nothing for erase"):
        ClassSentences.model_validate(written)
