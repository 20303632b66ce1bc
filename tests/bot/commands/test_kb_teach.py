"""`nuancebot kb teach`, `log` and `rollback`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.packs import entry, write_pack

GIVE = "give --phrasing and --lang, or a --gap, with --entry or --not-ours; or a --file"
GOLD = ("--phrasing", "golden stuff from a hive", "--lang", "en", "--reason", "asked often")


@pytest.fixture
def taught(command_line: CommandLine, bare: Path) -> CommandLine:
    """A terminal set to a small pack with an exam, in a data folder of its own."""
    pack = write_pack(bare / "pack")
    (pack / "evaluation").mkdir()
    questions = [
        {
            "lang": "en",
            "text": "stuff from a hive that is golden",
            "accept": ["bees-honey"],
            "style": "",
            "typo": False,
        },
        {"lang": "en", "text": "stings hurt", "accept": ["bees-sting"], "style": "", "typo": False},
    ]
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    (pack / "evaluation" / "exam.jsonl").write_text(lines, encoding="utf-8")
    there = {"NUANCEBOT_PACK": str(pack), "NUANCEBOT_DATA": str(bare / "data")}
    return replace(command_line, environment=command_line.environment | there)


def test_what_is_taught_is_tried_out_logged_and_can_be_undone(taught: CommandLine) -> None:
    finished = taught.run("kb", "teach", *GOLD, "--entry", "bees-honey")
    lines = finished.stdout.splitlines()
    assert lines[0].startswith("of the pack's own exam change their answer: ")
    assert lines[-1] == "revision 1: live within seconds"
    again = taught.run("kb", "teach", *GOLD, "--entry", "bees-sting")
    assert again.stderr.endswith("Error: it stands already under bees-honey\n")
    [line, count] = taught.run("kb", "log").stdout.splitlines()
    assert line.startswith(" 1  ")
    assert line.endswith("command line  phrasing bees-honey en: 'golden stuff from a hive'  (asked often)")
    assert count == "1 revisions, 1 in force"
    assert (
        taught.run("kb", "rollback", "0", "--reason", "a slip").stdout == "revision 2: 1 undone, live within seconds\n"
    )
    undo, undone, count = taught.run("kb", "log").stdout.splitlines()
    assert (undo[:2], undone[:2], count) == (" 2", "-1", "2 revisions, 0 in force")
    assert taught.run("kb", "rollback", "0", "--reason", "again").stdout == "nothing to undo\n"


def test_what_makes_an_old_question_worse_is_refused_unless_wanted(taught: CommandLine) -> None:
    wrong = ("--phrasing", "stings hurt", "--lang", "en", "--reason", "to see", "--entry", "owls-night")
    refused = taught.run("kb", "teach", *wrong)
    assert refused.exit_code == 1
    assert "worse: 'stings hurt'" in refused.stdout
    assert "--anyway" in refused.stderr
    assert taught.run("kb", "log").stdout == "0 revisions, 0 in force\n"
    assert taught.run("kb", "teach", *wrong, "--anyway").stdout.endswith("revision 1: live within seconds\n")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), GIVE),
        (("--entry", "bees-honey", "--not-ours"), GIVE),
        (("--entry", "gone"), "no entry 'gone'"),
        (
            ("--entry", "bees-honey", "--remove"),
            "there is no such text that could be done without (12 phrasings must be left)",
        ),
    ],
)
def test_what_cannot_be_taught_is_one_line(taught: CommandLine, options: tuple[str, ...], reason: str) -> None:
    finished = taught.run("kb", "teach", *GOLD, *options)
    assert (finished.exit_code, finished.stderr) == (1, f"Error: {reason}\n")


def test_what_the_exam_asks_is_never_taught(taught: CommandLine) -> None:
    asked = (
        "--phrasing",
        "Stuff from a hive, that is golden?",
        "--lang",
        "en",
        "--reason",
        "to see",
        "--entry",
        "bees-sting",
    )
    assert "it is asked in the pack's own exam" in taught.run("kb", "teach", *asked).stderr


def test_a_whole_entry_is_taught_from_its_file(taught: CommandLine, bare: Path) -> None:
    file = bare / "bees" / "bees-wax.toml"
    file.parent.mkdir()
    file.write_text(entry("wax", "was", "comb candle walls yellow", following="bees-sting"), encoding="utf-8")
    alone = taught.run("kb", "teach", "--file", str(file), "--reason", "asked")
    assert alone.stderr.endswith("next: no other entry leads here\n")
    assert (
        "revision 1" in taught.run("kb", "teach", "--file", str(file), "--after", "bees-honey", "--reason", "x").stdout
    )
    assert "  entry bees-wax  (x)" in taught.run("kb", "log").stdout
    again = ("kb", "teach", "--file", str(file), "--after", "owls-night", "--reason", "anew", "--anyway")
    file.write_text(file.read_text(encoding="utf-8").replace("walls", "roof"), encoding="utf-8")
    assert "revision 2" in taught.run(*again).stdout
    assert taught.run("kb", "pull", "--apply").exit_code == 0
    leading = [path.stem for path in (bare / "pack").rglob("*.toml") if "bees-wax" in path.read_text(encoding="utf-8")]
    assert leading == ["bees-honey"], "what is there already needs nobody to lead to it"
    file.write_text("= no toml", encoding="utf-8")
    assert "is not TOML" in taught.run("kb", "teach", "--file", str(file), "--reason", "asked").stderr
    file.write_bytes(b"\xff")
    assert "is not UTF-8" in taught.run("kb", "teach", "--file", str(file), "--reason", "asked").stderr


def test_a_revision_that_is_not_there_is_one_line(taught: CommandLine) -> None:
    assert taught.run("kb", "rollback", "7", "--reason", "x").stderr == "Error: there is no revision 7 yet\n"


def test_a_database_that_cannot_be_read_is_one_line(taught: CommandLine, bare: Path) -> None:
    (bare / "records.db").write_text("no database " * 100, encoding="utf-8")
    for arguments in (("log",), ("rollback", "0", "--reason", "x"), ("teach", *GOLD, "--not-ours")):
        assert taught.run("kb", *arguments).stderr.endswith("Error: the database can't be reached\n")
