"""The sentences around lessons stand in every language's file."""

import pytest

from handlers.lesson_sentences import LessonSentences, QuizSentences, RoundSentences, SortingSentences, StorySentences
from handlers.phrasebook import Phrases


@pytest.mark.parametrize("group", [LessonSentences, QuizSentences, RoundSentences, SortingSentences, StorySentences])
def test_every_group_is_a_part_of_the_phrases(group: type) -> None:
    assert group in {field.annotation for field in Phrases.model_fields.values()}
