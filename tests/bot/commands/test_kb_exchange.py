"""`nuancebot kb export` and `import`."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.loader import load
from tests.support.command_line import CommandLine, small_pack_environment
from tests.support.packs import write_pack


@pytest.fixture
def terminal(command_line: CommandLine, bare: Path) -> CommandLine:
    """A terminal set to a small pack."""
    there = small_pack_environment(write_pack(bare / "pack"), bare / "data")
    return replace(command_line, environment=command_line.environment | there)


@pytest.mark.parametrize(("name", "lacks"), [("base.csv", 0), ("base.xlsx", 0), ("base.json", 0), ("base.yml", 6)])
def test_what_is_written_is_read_as_it_was_and_what_is_not_is_named(
    terminal: CommandLine, bare: Path, name: str, lacks: int
) -> None:
    [first, *missing] = terminal.run("kb", "export", str(bare / name)).stdout.splitlines()
    assert first.startswith(f"{bare / name}: 3 entries as ")
    assert len(missing) == lacks
    again = terminal.run("kb", "import", str(bare / name), "--exact")
    assert (again.exit_code, again.stdout, again.stderr) == (0, "0 files change, 3 entries are as they were\n", "")


def test_an_import_is_told_first_and_done_when_wanted(terminal: CommandLine, bare: Path) -> None:
    file = bare / "edited.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        rows = [("id", "language", "simple"), ("bees-honey", "en", "Sweet."), ("bees-honey", "xx", "Zoet.")]
        csv.writer(out).writerows(rows)
    told = terminal.run("kb", "import", str(file))
    assert '+simple = "Sweet."' in told.stdout
    assert told.stdout.endswith("nothing is written yet: --apply does it\n")
    assert told.stderr == "left out: line 3: the language is one of nl, en, not 'xx'\n"
    assert load(bare / "pack").entries["bees-honey"].texts["en"].simple == "Simple: honey."
    terminal.run("kb", "import", str(file), "--apply")
    assert load(bare / "pack").entries["bees-honey"].texts["en"].simple == "Sweet."


def test_only_some_entries_are_written_if_wanted(terminal: CommandLine, bare: Path) -> None:
    path = str(bare / "one.json")
    assert "1 entries as json" in terminal.run("kb", "export", path, "--entry", "owls-night").stdout
    assert terminal.run("kb", "export", path, "--entry", "cats").stderr == "Error: no entry 'cats'\n"


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("base.txt", b"", "the format can't be told by the name"),
        ("base.json", b"{", "is no JSON"),
        ("base.xlsx", b"PK", "is no spreadsheet"),
    ],
)
def test_a_file_that_can_not_be_read_is_one_line(
    terminal: CommandLine, bare: Path, name: str, content: bytes, error: str
) -> None:
    (bare / name).write_bytes(content)
    finished = terminal.run("kb", "import", str(bare / name))
    assert finished.exit_code == 1
    assert error in finished.stderr
    assert finished.stderr.count("\n") == 1


def test_a_file_that_can_not_be_written_is_one_line(terminal: CommandLine, bare: Path) -> None:
    finished = terminal.run("kb", "export", str(bare / "nowhere" / "base.csv"))
    assert finished.exit_code == 1
    assert "can't be written: No such file or directory" in finished.stderr
