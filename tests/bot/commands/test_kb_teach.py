"""`nuancebot kb teach`, `log` and `rollback`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.packs import write_pack

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
        {"lang": "en", "text": "do stings hurt", "accept": ["bees-sting"], "style": "", "typo": False},
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
    assert again.stderr.endswith("Error: 'golden stuff from a hive' stands already under bees-honey\n")
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
    wrong = ("--phrasing", "do stings hurt", "--lang", "en", "--reason", "to see", "--entry", "owls-night")
    refused = taught.run("kb", "teach", *wrong)
    assert refused.exit_code == 1
    assert "worse: 'do stings hurt'" in refused.stdout
    assert "--anyway" in refused.stderr
    assert taught.run("kb", "log").stdout == "0 revisions, 0 in force\n"
    assert taught.run("kb", "teach", *wrong, "--anyway").stdout.endswith("revision 1: live within seconds\n")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), "name the entry with --entry, or say --not-ours"),
        (("--entry", "bees-honey", "--not-ours"), "name the entry with --entry, or say --not-ours"),
        (("--entry", "gone"), "no entry 'gone'"),
        (("--entry", "bees-honey", "--remove"), "bees-honey has no such phrasing that it could do without"),
    ],
)
def test_what_cannot_be_taught_is_one_line(taught: CommandLine, options: tuple[str, ...], reason: str) -> None:
    finished = taught.run("kb", "teach", *GOLD, *options)
    assert (finished.exit_code, finished.stderr) == (1, f"Error: {reason}\n")


def test_a_revision_that_is_not_there_is_one_line(taught: CommandLine) -> None:
    assert taught.run("kb", "rollback", "7", "--reason", "x").stderr == "Error: there is no revision 7 yet\n"


def test_a_database_that_cannot_be_read_is_one_line(taught: CommandLine, bare: Path) -> None:
    (bare / "records.db").write_text("no database " * 100, encoding="utf-8")
    for arguments in (("log",), ("rollback", "0", "--reason", "x"), ("teach", *GOLD, "--not-ours")):
        assert taught.run("kb", *arguments).stderr.endswith("Error: the database can't be reached\n")
