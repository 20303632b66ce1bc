"""Quiz questions within Telegram's limits on polls."""

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.loader import load
from tests.support.broken_packs import complaints, edited, unplaced
from tests.support.extras import EXTRAS, write_rich_pack

PATH = "quiz/bees.toml"
MISTAKES = 'needs a mistake for each option, and "" for the right one'
OPTIONS = '["Milk", "Honey"]'


def many(count: int, length: int = 2) -> str:
    """Write an array of options that differ."""
    return str([f"{number:0{length}}" for number in range(count)])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("What do bees make?", "x" * 301, "question.0.en.question: String should have at most 300 characters"),
        ("Honey it is.", "x" * 201, "question.0.en.explanation: String should have at most 200 characters"),
        ('"Honey it is."', '"a\\nb\\nc\\nd"', "question.0.en.explanation: has more than 2 line feeds"),
        (OPTIONS, many(2, 101), "question.0.en.options.0: String should have at most 100 characters"),
        (OPTIONS, many(13), "question.0.en.options: Tuple should have at most 12 items after validation, not 13"),
        (OPTIONS, many(1), "question.0.en.options: Tuple should have at least 2 items after validation, not 1"),
        ("correct = 1", "correct = -1", "question.0.correct: Input should be greater than or equal to 0"),
        ("correct = 1", "correct = 2", "question.0: the right option is not there in every language"),
        (OPTIONS, '["Honey", "Honey"]', "question.0: two options are the same"),
        ("correct = 1", 'correct = 1\nmistakes = ["bees-owls"]', f"question.0: {MISTAKES}"),
        ("correct = 1", 'correct = 1\nmistakes = ["", "bees-owls"]', f"question.0: {MISTAKES}"),
        ('"fact"', '"guess"', "question.0.kind: Input should be 'fact', 'which-of-three' or 'what-status'"),
    ],
)
def test_an_overstepped_limit_is_named_with_its_key(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = complaints(write_rich_pack(tmp_path, **{PATH: edited(EXTRAS[PATH], old, new)}))
    assert f"{PATH}: {problem}" in unplaced(found)
    assert all(complaint.startswith(PATH) for complaint in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [("What do bees make?", "x" * 300), ("Honey it is.", "x" * 200), (OPTIONS, many(2, 100))],
)
def test_a_question_may_fill_its_limit(tmp_path: Path, old: str, new: str) -> None:
    assert "honey-1" in load(write_rich_pack(tmp_path, **{PATH: edited(EXTRAS[PATH], old, new)})).quiz


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('id = "honey-1"', 'id = "Honey 1"', "2: question.0.id: has a form that is not allowed here"),
        ('kind = "fact"', "", "1: question.0.kind: is missing"),
        ('"bees-honey"', '"bees-wax"', "4: question.0.entry: no entry 'bees-wax'"),
        ("correct = 1", "correct = 1\npoints = 3", "6: question.0.points: is not a key that belongs here"),
        ("correct = 1", 'correct = 1\nmistakes = ["wax", ""]', "6: question.0.mistakes: no distinction or entry 'wax'"),
        ("correct = 1", "correct = 2", "1: question.0: the right option is not there in every language"),
    ],
)
def test_what_is_wrong_with_a_question_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert f"{PATH}:{line}" in complaints(write_rich_pack(tmp_path, **{PATH: edited(EXTRAS[PATH], old, new)}))


def test_one_thing_wrong_with_the_only_question_is_one_line(tmp_path: Path) -> None:
    wrong = edited(EXTRAS[PATH], "correct = 1", "correct = 2")
    assert len(complaints(write_rich_pack(tmp_path, **{PATH: wrong}))) == 1


def test_an_option_that_is_right_in_one_language_only_is_refused(tmp_path: Path) -> None:
    wider = edited(edited(EXTRAS[PATH], '"Honing"]', '"Honing", "Was"]'), "correct = 1", "correct = 2")
    found = unplaced(complaints(write_rich_pack(tmp_path, **{PATH: wider})))
    assert f"{PATH}: question.0: the right option is not there in every language" in found


def test_an_explanation_may_have_two_line_feeds(tmp_path: Path) -> None:
    library = load(write_rich_pack(tmp_path, **{PATH: edited(EXTRAS[PATH], '"Honey it is."', r'"a\nb\nc"')}))
    assert library.quiz["honey-1"].texts["en"].explanation == "a\nb\nc"


def test_a_question_has_as_many_options_in_each_language(tmp_path: Path) -> None:
    wider = edited(EXTRAS[PATH], '"Honing"]', '"Honing", "Was"]')
    assert complaints(write_rich_pack(tmp_path, **{PATH: wider})) == [
        f"{PATH}:1: question.0: has more options in one language than in another"
    ]


def test_a_question_may_have_twelve_options(tmp_path: Path) -> None:
    most = edited(edited(EXTRAS[PATH], OPTIONS, many(12)), '["Melk", "Honing"]', many(12))
    question = load(write_rich_pack(tmp_path, **{PATH: most})).quiz["honey-1"]
    assert [len(text.options) for text in question.texts.values()] == [12, 12]


def test_options_that_differ_in_case_alone_are_the_same(tmp_path: Path) -> None:
    same = edited(EXTRAS[PATH], '"Milk"', '"honey"')
    assert complaints(write_rich_pack(tmp_path, **{PATH: same})) == [f"{PATH}:1: question.0: two options are the same"]


def test_the_bank_teaches_every_topic_of_the_essay(library: Library) -> None:
    taught = {library.entries[question.entry].topic for question in library.quiz.values()}
    assert taught >= {"overview", "sesame", "pilots", "national"}


def test_the_right_option_is_not_always_in_the_same_place(library: Library) -> None:
    assert len({question.correct for question in library.quiz.values()}) > 1
