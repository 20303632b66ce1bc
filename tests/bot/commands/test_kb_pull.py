"""`nuancebot kb pull` and `push`."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.loader import load
from tests.support.command_line import CommandLine, small_pack_environment
from tests.support.packs import write_pack

GOLD = "golden stuff from a hive"


@pytest.fixture
def terminal(command_line: CommandLine, bare: Path) -> CommandLine:
    """A terminal set to a small pack, in which something was taught."""
    there = small_pack_environment(write_pack(bare / "pack"), bare / "data")
    terminal = replace(command_line, environment=command_line.environment | there)
    taught = ("--phrasing", GOLD, "--entry", "bees-honey", "--lang", "en", "--reason", "asked often", "--anyway")
    assert terminal.run("kb", "teach", *taught).exit_code == 0
    return terminal


def phrasings(pack: Path, entry: str) -> tuple[str, ...]:
    return load(pack).entries[entry].texts["en"].phrasings


def test_what_was_taught_comes_into_the_files(terminal: CommandLine, bare: Path) -> None:
    told = terminal.run("kb", "pull").stdout
    assert GOLD in told
    assert told.endswith("1 changes in 1 files, 0 are there already; nothing is written yet: --apply does it\n")
    assert GOLD not in phrasings(bare / "pack", "bees-honey")
    terminal.run("kb", "pull", "--apply")
    assert phrasings(bare / "pack", "bees-honey")[-1] == GOLD
    assert terminal.run("kb", "pull").stdout == "0 changes in 0 files, 1 are there already\n"
    pushed = terminal.run("kb", "push")
    assert (pushed.exit_code, pushed.stdout) == (0, "0 changes are on top of the files, 1 are in them already\n")


def conflicting(pack: Path) -> None:
    """Have somebody give the same phrasing to another entry, in the files."""
    path = pack / "entries/bees/bees-sting.toml"
    text = path.read_text(encoding="utf-8")
    head, tail = text.rsplit("phrasings = [", 1)
    path.write_text(f"{head}phrasings = [{GOLD!r}, {tail}", encoding="utf-8")


def test_both_sides_of_a_conflict_are_shown_and_nothing_is_lost(terminal: CommandLine, bare: Path) -> None:
    conflicting(bare / "pack")
    pushed = terminal.run("kb", "push")
    assert pushed.exit_code == 1
    assert "conflict in revision 1 (asked often)" in pushed.stdout
    assert f"  change: phrasing bees-honey en: '{GOLD}'\n  files: a phrasing of bees-sting\n" in pushed.stdout
    pulled = terminal.run("kb", "pull", "--apply")
    assert pulled.stderr == "left out: revision 1 does not fit; see `nuancebot kb push`\n"
    assert GOLD in phrasings(bare / "pack", "bees-sting")
    assert "1 revisions, 1 in force" in terminal.run("kb", "log").stdout


def test_the_files_win(terminal: CommandLine, bare: Path) -> None:
    conflicting(bare / "pack")
    assert "files kept: revision 2" in terminal.run("kb", "push", "--keep", "files").stdout
    assert terminal.run("kb", "push").stdout == "0 changes are on top of the files, 0 are in them already\n"


def test_the_change_wins(terminal: CommandLine, bare: Path) -> None:
    conflicting(bare / "pack")
    assert terminal.run("kb", "push", "--keep", "change", "--revision", "9").exit_code == 1
    assert "change kept: revision 4" in terminal.run("kb", "push", "--keep", "change").stdout
    terminal.run("kb", "pull", "--apply")
    assert GOLD in phrasings(bare / "pack", "bees-honey")
    assert GOLD not in phrasings(bare / "pack", "bees-sting")
