"""`nuancebot kb gate`, against a folder and against a git revision."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine, small_pack_environment
from tests.support.packs import write_pack


@pytest.fixture
def pack(bare: Path) -> Path:
    """A small pack with an exam, in a repository of its own."""
    folder = write_pack(bare / "repository" / "pack")
    (folder / "evaluation").mkdir()
    question = {"lang": "en", "text": "swelling needle", "accept": ["bees-sting"], "style": "", "typo": False}
    (folder / "evaluation" / "exam.jsonl").write_text(json.dumps(question) + "\n", encoding="utf-8")
    for arguments in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", "-C", str(bare / "repository"), *arguments], check=True)  # noqa: S603, S607
    return folder


@pytest.fixture
def terminal(command_line: CommandLine, bare: Path, pack: Path) -> CommandLine:
    """A terminal set to that pack."""
    return replace(command_line, environment=command_line.environment | small_pack_environment(pack, bare / "data"))


def spoil(pack: Path) -> None:
    """Give the words of one answer to another."""
    sting, owls = pack / "entries/bees/bees-sting.toml", pack / "entries/owls/owls-night.toml"
    text = sting.read_text(encoding="utf-8")
    sting.write_text(text.replace("needle", "hurtful").replace("swelling", "pain"), encoding="utf-8")
    owl = owls.read_text(encoding="utf-8")
    owls.write_text(owl.replace("wings", "needle").replace("silent", "swelling"), encoding="utf-8")


@pytest.mark.parametrize("kind", ["folder", "revision"])
def test_a_change_that_makes_an_old_question_worse_fails(
    terminal: CommandLine, bare: Path, pack: Path, kind: str
) -> None:
    against = "HEAD"
    if kind == "folder":
        against = str(shutil.copytree(pack, bare / "before"))
    same = terminal.run("kb", "gate", "--against", against)
    assert (same.exit_code, same.stdout) == (
        0,
        "**What changes for askers:** of the old questions end 0 worse, 0 better, 0 other.\n",
    )
    spoil(pack)
    worse = terminal.run("kb", "gate", "--against", against)
    assert worse.exit_code == 1
    [live] = (bare / "data" / "cache").glob("model-*.npz")
    learned = live.stat().st_mtime_ns
    assert "| swelling needle | " in worse.stdout
    (pack / "evaluation" / "accepted.json").write_text('{"swelling needle": "it is about owls"}', encoding="utf-8")
    accepted = terminal.run("kb", "gate", "--against", against)
    assert accepted.exit_code == 0
    assert live.stat().st_mtime_ns == learned, "the model in use was pushed out by that of the pack as it was"
    assert "it is about owls" in accepted.stdout


@pytest.mark.parametrize("against", ["nowhere", "--output=/tmp/evil", "HEAD:../.."])
def test_what_is_neither_is_one_line(terminal: CommandLine, against: str) -> None:
    finished = terminal.run("kb", "gate", f"--against={against}")
    assert (finished.exit_code, finished.stderr) == (1, f"Error: no folder and no git revision: {against!r}\n")


def test_reasons_that_can_not_be_read_are_one_line(terminal: CommandLine, pack: Path) -> None:
    (pack / "evaluation" / "accepted.json").write_text("[]", encoding="utf-8")
    assert "must be like" in terminal.run("kb", "gate", "--against", "HEAD").stderr
