"""Discussion questions for a class."""

from pathlib import Path

import pytest

from knowledge.library import Library
from tests.support.broken_packs import complaints, edited, unplaced
from tests.support.extras import EXTRAS, write_rich_pack

PATH = "discussion.toml"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Whose is honey?", "w " * 41, "bees.0.en.question: has 41 words, at most 40"),
        ("Who makes it and who takes it.", "w " * 61, "bees.0.en.touches: has 61 words, at most 60"),
        ('["bees-honey"]', "[]", "bees.0.entries: Tuple should have at least 1 item after validation, not 0"),
        ("[bees.en]\nquestion", "[bees.en]\nanswer = 1\nquestion", "bees.0.en.answer: is not a key that belongs here"),
    ],
)
def test_an_overstepped_limit_is_named_with_its_key(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = complaints(write_rich_pack(tmp_path, **{PATH: edited(EXTRAS[PATH], old, new)}))
    assert unplaced(found) == [f"{PATH}: {problem}"]


def test_questions_of_the_pack_are_there_in_both_languages(library: Library) -> None:
    questions = [question for topic in library.discussion.values() for question in topic]
    assert questions
    assert all(set(question.texts) == {"nl", "en"} for question in questions)
