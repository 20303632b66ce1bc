"""The wording of texts: copied runs, exam questions, letters of two scripts in one word."""

from pathlib import Path

import pytest

from knowledge.upkeep.strings import PackTexts
from knowledge.upkeep.wording import copied_runs, exam_questions, mixed_scripts, words_of_file
from tests.support.extras import write_rich_pack
from tests.support.upkeep import texts_of, write_essay, write_exam

ESSAY = ("# Bees", "One day the small bees of the village", "went out to look for gold.")
RUN = "small bees of the village went out"
LONG = "word " * 250


def copied(folder: Path, text: str, stem: str = "page") -> list[str]:
    return [*map(str, copied_runs(texts_of(folder, **{stem: f"\na = '''{text}'''"}), write_essay(folder, *ESSAY)))]


@pytest.mark.parametrize("text", [RUN, f"He said: {RUN} again.", "SMALL bées, of the (village) -- wént\nout!"])
def test_seven_words_in_a_row_from_the_essay_are_a_copy(tmp_path: Path, text: str) -> None:
    assert copied(tmp_path, text) == [f"page.toml:2: a: copied from the essay: {RUN!r}"]


@pytest.mark.parametrize(
    "text",
    [
        "bees of the village went out",
        "small bees of the new village went out",
        "out went village the of bees small",
        "",
    ],
)
def test_six_words_or_another_order_are_no_copy(tmp_path: Path, text: str) -> None:
    assert copied(tmp_path, text) == []


def test_a_text_is_named_once_however_much_of_it_is_copied(tmp_path: Path) -> None:
    assert len(copied(tmp_path, " ".join(ESSAY))) == 1


def test_titles_of_works_may_be_those_of_the_essay(tmp_path: Path) -> None:
    assert copied(tmp_path, RUN, stem="sources") == []


def test_every_copied_text_is_named_with_its_line(tmp_path: Path) -> None:
    folder = write_rich_pack(tmp_path / "pack")
    essay = write_essay(tmp_path, "Het boek zegt iets over honing, namelijk jar sweet", "what about honey jar")
    assert [*map(str, copied_runs(PackTexts(folder), essay))] == [
        "entries/bees/bees-honey.toml:9: nl.answer: copied from the essay: 'het boek zegt iets over honing namelijk'"
    ]


def test_an_essay_of_six_words_cannot_be_copied(tmp_path: Path) -> None:
    essay = write_essay(tmp_path, "one two three four five six")
    assert [*copied_runs(texts_of(tmp_path, page='a = "one two three four five six"'), essay)] == []


@pytest.mark.parametrize(("line", "text"), [(RUN, LONG + RUN), (LONG + RUN, RUN)])
def test_a_run_far_into_a_text_or_a_paragraph_is_a_copy(tmp_path: Path, line: str, text: str) -> None:
    assert [*copied_runs(texts_of(tmp_path, page=f'a = "{text}"'), write_essay(tmp_path, line))]


def asked(folder: Path, question: str, phrasing: str) -> list[str]:
    texts = texts_of(folder, page=f"\nphrasings = ['''{phrasing}''']")
    return [*map(str, exam_questions(texts, write_exam(folder, question)))]


@pytest.mark.parametrize("phrasing", ["where is honey", "Where is HONEY?!", " wheré   is\thoney "])
def test_an_exam_question_among_the_phrasings_is_named(tmp_path: Path, phrasing: str) -> None:
    assert asked(tmp_path, "Where is honey", phrasing) == [
        f"page.toml:2: phrasings.0: is an exam question: {phrasing!r}"
    ]


@pytest.mark.parametrize(
    ("question", "phrasing"),
    [("the honey",) * 2, ("where is honey", "where is the honey"), ("where is honey", "so where is honey"), ("",) * 2],
)
def test_two_words_or_another_question_are_none(tmp_path: Path, question: str, phrasing: str) -> None:
    assert asked(tmp_path, question, phrasing) == []


def test_the_exams_of_both_languages_are_looked_at(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, page='a = "where is honey"\nb = "waar is honing"')
    write_exam(tmp_path, "waar is honing", "iets anders dan", name="nl")
    exams = write_exam(tmp_path, "something else then", "where is honey")
    assert [problem.key for problem in exam_questions(texts, exams)] == ["a", "b"]


def test_a_folder_without_exams_asks_nothing(tmp_path: Path) -> None:
    assert [*exam_questions(texts_of(tmp_path, page='a = "where is honey"'), tmp_path)] == []


@pytest.mark.parametrize("written", ['{"text": "where is honey"}\n\n', '{"text": "where\u2028is honey"}\n'])
def test_an_exam_file_may_hold_what_json_lines_may(tmp_path: Path, written: str) -> None:
    exams = write_exam(tmp_path)
    (exams / "en.jsonl").write_text(written, encoding="utf-8")
    assert [*exam_questions(texts_of(tmp_path, page='a = "where is honey"'), exams)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ch\u0456na", "'Ch\u0456na' mixes CYRILLIC and LATIN letters"),
        ("in \u0421hina.", "'\u0421hina' mixes CYRILLIC and LATIN letters"),
        ("h\u03bfney", "'h\u03bfney' mixes GREEK and LATIN letters"),
        ("T\u6064", "'T\u6064' mixes CJK and LATIN letters"),
        ("a 1\u0430b2", "'\u0430b' mixes CYRILLIC and LATIN letters"),
    ],
)
def test_a_look_alike_letter_is_named(tmp_path: Path, text: str, reason: str) -> None:
    texts = texts_of(tmp_path, page=f'\na = ["{text}"]')
    assert [*map(str, mixed_scripts(texts))] == [f"page.toml:2: a.0: {reason}"]


@pytest.mark.parametrize(
    "text",
    [
        *("China", "caf\u00e9 \u00f8re", "a\u0301b", "COVID-19", "bee\U0001f41d", "", "👍🏽", "\u00b5m", "a\u200bb"),
        *(
            "\u041a\u0438\u0442\u0430\u0439 China",
            "\u793e\u4f1a score \u043c\u0451\u0434",
            "\u4f60-a",
            "a_\u0431",
            "1\u0430",
        ),
    ],
)
def test_words_of_one_script_may_stand_side_by_side(tmp_path: Path, text: str) -> None:
    assert [*mixed_scripts(texts_of(tmp_path, page=f'a = "{text}"'))] == []


def test_every_mixed_word_of_a_text_is_named(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, page='a = "b\u0435\u0435s and \u043ewls"')
    assert len([*mixed_scripts(texts)]) == 2


def test_the_words_of_a_file_go_on_over_its_lines(tmp_path: Path) -> None:
    path = write_essay(tmp_path, *["Bees & owls,", "", "2 bées"] * 200)
    assert words_of_file(path) == ["bees", "owls", "2", "bees"] * 200
