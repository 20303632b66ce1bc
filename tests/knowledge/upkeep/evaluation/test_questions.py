"""Sets in; labelled questions, or every bad line, out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.problems import Problem
from knowledge.upkeep.evaluation.questions import (
    BadSetError,
    Conversation,
    Question,
    Sets,
    Turn,
    read_sets,
    set_files,
    unknown_entries,
)
from tests.support.evaluation import labelled, question, talk, unanswerable, write_set

# What bytes strip.
WHITE = " \t\r\x0b\x0c"


def complaints(*files: Path) -> list[str]:
    with pytest.raises(BadSetError) as caught:
        read_sets(files)
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    return [f"{Path(problem.path).name}:{problem.line}: {problem.key}" for problem in caught.value.problems]


def test_what_a_line_is_shows_in_what_is_in_it(tmp_path: Path) -> None:
    rows = (
        labelled("who makes honey", "bees-honey", "bees-sting", typo=True, late=True),
        unanswerable("lol", "chitchat"),
        talk("d1", ("who makes honey", "answer", ("bees-honey",)), ("thx", "smalltalk", ())),
    )
    sets = read_sets([write_set(tmp_path / "eval", "mixed", *rows)])
    turns = (Turn("who makes honey", "answer", ("bees-honey",)), Turn("thx", "smalltalk", ()))
    accept = ("bees-honey", "bees-sting")
    assert sets == Sets(
        (
            Question("eval/mixed", 1, "who makes honey", "en", accept, style="pupil", typo=True),
            Question("eval/mixed", 2, "lol", "en", (), kind="chitchat"),
        ),
        (Conversation("eval/mixed", 3, "d1", "en", turns),),
    )


def test_a_question_that_nothing_answers_is_near(tmp_path: Path) -> None:
    [found] = read_sets([write_set(tmp_path, "en", labelled("who sells honey"))]).questions
    assert (found.kind, found.in_scope) == ("near", False)


def test_another_language_has_answers_and_is_not_in_scope(tmp_path: Path) -> None:
    row = unanswerable("wer macht honig", "other-language", "de", "bees-honey")
    [found] = read_sets([write_set(tmp_path, "oos", row)]).questions
    assert (found.accept, found.in_scope) == (("bees-honey",), False)


def test_sets_of_the_same_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    files = [write_set(tmp_path / name, "en", labelled("why", "bees-honey")) for name in ("evaluation", "eval")]
    assert [found.set for found in read_sets(files).questions] == ["evaluation/en", "eval/en"]


def test_blank_lines_count_and_are_passed_over(tmp_path: Path) -> None:
    file = write_set(tmp_path, "en", "", labelled("one", "a"), "  ", labelled("two\u2028", "a"), "")
    assert [(found.line, found.text) for found in read_sets([file]).questions] == [(2, "one"), (4, "two\u2028")]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("{", "line"),
        ("[]", "line"),
        ("null", "line"),
        ('"text"', "line"),
        ("[" * 100_000, "line"),
        ("{}", "text"),
        ('{"text": 1, "lang": "en", "accept": []}', "text"),
        ('{"text": "why", "accept": []}', "lang"),
        ('{"text": "why", "lang": "", "accept": []}', "lang"),
        ('{"text": "why", "lang": "en"}', "accept"),
        ('{"text": "why", "lang": "en", "accept": "bees-honey"}', "accept"),
        ('{"text": "why", "lang": "en", "accept": [1]}', "accept.0"),
        ('{"text": "why", "lang": "en", "accept": [], "typo": "no"}', "typo"),
        ('{"id": "d1", "lang": "en", "turns": []}', "turns"),
        ('{"id": "d1", "lang": "en", "turns": [{}]}', "turns.0.user"),
        ('{"id": "d1", "lang": "en", "turns": [{"user": "a", "expect": {"act": "dance", "accept": []}}]}', "turns.0"),
    ],
    ids=range(16),
)
def test_a_bad_line_is_named_with_file_line_and_key(tmp_path: Path, line: str, key: str) -> None:
    file = write_set(tmp_path, "en", labelled("why", "bees-honey"), line)
    assert complaints(file)[0].startswith(f"en.jsonl:2: {key}")


def test_bad_lines_of_all_files_are_named_at_once(tmp_path: Path) -> None:
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"text": "\xff"}\n')
    files = (write_set(tmp_path, "en", "{", "{}"), latin, tmp_path / "none.jsonl", tmp_path)
    found = complaints(*files)
    assert found[0] == "en.jsonl:1: line"
    assert {"latin.jsonl:1: line", "none.jsonl:0: file", f"{tmp_path.name}:0: file"} < {*found}


@given(st.text(st.characters(exclude_characters="\n"), max_size=40))
def test_any_line_is_read_or_named(tmp_path_factory: pytest.TempPathFactory, line: str) -> None:
    file = tmp_path_factory.mktemp("any") / "en.jsonl"
    file.write_text(line, encoding="utf-8", errors="surrogatepass")
    try:
        found = len(read_sets([file]).questions)
    except BadSetError as error:
        found = [problem.line for problem in error.problems].count(1)
    assert found == bool(line.strip(WHITE))


def test_an_accepted_entry_that_is_none_is_named() -> None:
    turn = Turn("and", "answer", ("bees-wax", "bees-honey"))
    sets = Sets(
        (question("why", "bees-honey"), question("what", "bees-hive", line=2)),
        (Conversation("eval/talks", 3, "d1", "en", (turn,)),),
    )
    assert [*unknown_entries(sets, {"bees-honey"})] == [
        Problem("eval/en.jsonl", 2, "accept", "no entry 'bees-hive'"),
        Problem("eval/talks.jsonl", 3, "accept", "no entry 'bees-wax'"),
    ]


def test_sets_are_looked_for_where_there_are_any(tmp_path: Path) -> None:
    here = tmp_path / "here"
    files = [write_set(here, name) for name in ("b", "a")]
    (here / "notes.md").touch()
    assert set_files([tmp_path / "not-there", here]) == sorted(files)
