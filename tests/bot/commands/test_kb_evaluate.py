"""`nuancebot kb evaluate`: labelled questions on the command line; measures, files and a picture out."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from bot.commands.kb_evaluate import spread
from tests.support.command_line import CommandLine, Finished
from tests.support.evaluation import HOSTILE, labelled, talk, unanswerable, write_set

QUESTIONS = (
    labelled("tell me of honey comb", "bees-honey"),
    labelled("who likes stings needle", "owls-night", typo=True),
    labelled("when does the train leave for the capital"),
)
TURNS = talk("d1", ("tell me of honey comb", "answer", ("bees-honey",)), ("who says so", "source", ("bees-honey",)))


@pytest.fixture
def exam(bare: Path) -> Path:
    """Three questions and a conversation."""
    return write_set(bare / "exams", "en", *QUESTIONS, TURNS)


@pytest.fixture
def evaluate(command_line: CommandLine) -> Callable[..., Finished]:
    """Run `nuancebot kb evaluate` on the small pack; what it writes goes to `out`."""
    return partial(command_line.run, "kb", "evaluate", "--out", "out")


def written(suffix: str) -> str:
    [file] = Path("out").glob(f"*{suffix}")
    return file.read_text(encoding="utf-8")


def test_the_measures_are_printed_and_the_files_named(evaluate: Callable[..., Finished], exam: Path) -> None:
    finished = evaluate("--set", str(exam))
    assert finished.exit_code == 0
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in finished.stdout.splitlines()]
    assert ["all", "all", "2", ".50", ".50", ".50", ".00", ".50", "1.00", "1.00"] in cells
    assert ["source", "1", "1.00", "1.00", "1.00"] in cells
    assert ["bees-sting", "owls-night", "1", "who likes stings needle"] in cells
    assert "1 of 1 conversations went well from beginning to end" in finished.stdout
    assert [Path(line).suffix for line in finished.stdout.splitlines()[-2:]] == [".json", ".html"]
    assert "How well “pack” is understood" in written(".html")


def test_json_is_all_that_is_printed_and_the_same_as_what_is_written(
    evaluate: Callable[..., Finished], exam: Path
) -> None:
    finished = evaluate("--json", "--set", str(exam))
    result = json.loads(finished.stdout)
    assert (finished.exit_code, finished.stdout) == (0, written(".json"))
    assert [row["verdict"] for row in result["questions"]] == ["right", "misled", "refused"]
    assert [row["kind"] for row in result["questions"]] == ["", "", "near"]
    assert [turn["act"] for turn in result["turns"]] == ["answer", "source"]
    assert result["summary"]["groups"][0]["measures"]["right_first"] == 0.5


def test_the_sets_of_the_pack_and_those_beside_the_repository_are_asked(
    command_line: CommandLine, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = bare / "other"
    pack.symlink_to(command_line.environment["NUANCEBOT_PACK"], target_is_directory=True)
    (bare / "repository").mkdir()
    monkeypatch.chdir(bare / "repository")
    write_set(bare / "shared/eval", "en", QUESTIONS[0])
    write_set(bare / "shared/eval", "oos", unanswerable("lol", "chitchat"))
    finished = command_line.run("kb", "evaluate", "--json", "--out", "out", NUANCEBOT_PACK=str(pack))
    assert {row["set"] for row in json.loads(finished.stdout)["questions"]} == {"eval/en", "eval/oos"}


def test_without_any_set_it_says_where_it_looked(evaluate: Callable[..., Finished]) -> None:
    finished = evaluate()
    assert (finished.exit_code, finished.stdout) == (1, "")
    assert finished.stderr.endswith("/evaluation or ../shared/eval: name sets with --set\n")
    assert finished.stderr.startswith("Error: no questions in ")


def test_results_are_kept_in_the_data_folder_unless_it_is_told_where(
    command_line: CommandLine, exam: Path, bare: Path
) -> None:
    finished = command_line.run("kb", "evaluate", "--set", str(exam), NUANCEBOT_DATA=str(bare / "data"))
    assert finished.exit_code == 0
    assert sorted(file.suffix for file in (bare / "data/evaluation").iterdir()) == [".html", ".json"]


def test_bad_lines_are_named_and_nothing_is_asked(evaluate: Callable[..., Finished], bare: Path) -> None:
    file = write_set(bare, "en", QUESTIONS[0], "{", '{"text": 1, "lang": "en", "accept": []}')
    finished = evaluate("--set", str(file))
    assert (finished.exit_code, finished.stdout) == (1, "")
    first, second = finished.stderr.splitlines()
    assert first.startswith(f"Error: {file}:2: line: is not JSON: ")
    assert second == f"{file}:3: text: Input should be a valid string"
    assert not Path("out").exists()


def test_a_set_that_is_not_there_is_named(evaluate: Callable[..., Finished]) -> None:
    assert evaluate("--set", "none.jsonl") == Finished(
        1, "", "Error: none.jsonl: file: can't be read (No such file or directory)\n"
    )


def test_an_accepted_entry_that_is_none_is_a_warning(evaluate: Callable[..., Finished], bare: Path) -> None:
    finished = evaluate("--set", str(write_set(bare / "exams", "en", labelled("tell me of wax", "bees-wax"))))
    assert finished.exit_code == 0
    assert finished.stderr.endswith("warning: exams/en.jsonl:1: accept: no entry 'bees-wax'\n")


def test_peers_are_ranked_beside_the_bot(evaluate: Callable[..., Finished], exam: Path) -> None:
    finished = evaluate("--json", "--against", "token-sort", "bm25", "--set", str(exam), str(exam))
    result = json.loads(finished.stdout)
    assert [row["scorer"] for row in result["ranks"]] == ["nuancebot", "token-sort", "bm25"]
    assert len(result["questions"]) == 6


def test_an_unknown_peer_is_a_wrong_use(evaluate: Callable[..., Finished], exam: Path) -> None:
    finished = evaluate("--against", "google", "--set", str(exam))
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert "'google' is none of wratio, token-set" in finished.stderr


def test_the_base_is_asked_about_itself(evaluate: Callable[..., Finished]) -> None:
    finished = evaluate("--self", "--folds", "2")
    assert finished.exit_code == 0
    assert "Entries that need more phrasings" in finished.stdout
    assert "each of 84 phrasings from the others, in 2 folds: first " in finished.stdout
    assert json.loads(written(".json"))["self_check"]["n"] == 84


def test_a_run_is_compared_with_an_older_one(evaluate: Callable[..., Finished], exam: Path) -> None:
    evaluate("--set", str(exam))
    old = json.loads(written(".json"))
    old["questions"][0] |= {"act": "fallback", "entry": None, "verdict": "refused"}
    old["summary"]["groups"][0]["measures"]["right_first"] = 0.0
    Path("old.json").write_text(json.dumps(old), encoding="utf-8")
    finished = evaluate("--set", str(exam), "--compare", "old.json")
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in finished.stdout.splitlines()]
    assert ["all all: right_first", "0.000", "0.500", "+0.500"] in cells
    assert ["better", "tell me of honey comb", "fallback", "answer bees-honey"] in cells
    assert "since then: 1 better, 0 worse, 0 otherwise; 0 asked for the first time, 0 not asked any more" in [
        *finished.stdout.splitlines()
    ]


@pytest.mark.parametrize(("contents", "reason"), [("{", "is not JSON"), ("{}", "is no result of `kb evaluate`")])
def test_what_is_no_result_cannot_be_compared_with(
    evaluate: Callable[..., Finished], exam: Path, contents: str, reason: str
) -> None:
    Path("old.json").write_text(contents, encoding="utf-8")
    finished = evaluate("--set", str(exam), "--compare", "old.json")
    assert (finished.exit_code, finished.stdout) == (1, "")
    assert finished.stderr.startswith(f"Error: old.json: {reason}: ")


def test_a_folder_that_cannot_be_written_is_named(command_line: CommandLine, exam: Path) -> None:
    finished = command_line.run("kb", "evaluate", "--set", str(exam), "--out", str(exam / "below"))
    assert finished.exit_code == 1
    assert finished.stderr == f"Error: {exam / 'below'}: the result can't be written (Not a directory)\n"


def test_hostile_questions_are_shown_as_text(evaluate: Callable[..., Finished], bare: Path) -> None:
    rows = (labelled(HOSTILE, "bees-honey"), labelled("tell me of honey comb " + HOSTILE, "owls-night"))
    finished = evaluate("--set", str(write_set(bare / "exams", "en", *rows)))
    assert finished.exit_code == 0
    assert not {"\u202e", "\x07"} & {*finished.stdout, *written(".html")}
    assert "<script>" not in written(".html")
    assert [row["text"] for row in json.loads(written(".json"))["questions"]] == [row["text"] for row in rows]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (["--set", "a"], ["--set", "a"]),
        (["--set", "a", "b", "--json"], ["--set", "a", "--set", "b", "--json"]),
        (["--against", "x", "y", "--out", "z"], ["--against", "x", "--against", "y", "--out", "z"]),
        (["--out", "z", "stray"], ["--out", "z", "stray"]),
        ([], []),
    ],
)
def test_an_option_for_many_is_repeated_before_each_of_them(given: Sequence[str], read: Sequence[str]) -> None:
    assert [*spread(given)] == read


def test_a_sentence_model_that_cannot_be_had_is_one_line(
    evaluate: Callable[..., Finished], exam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUANCEBOT_MEANING", "none/of-that-name")
    finished = evaluate("--set", str(exam))
    assert (finished.exit_code, finished.stdout) == (1, "")
    assert finished.stderr.startswith("Error: the sentence model ")
    assert finished.stderr.count("\n") == 1
