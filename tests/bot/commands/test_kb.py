"""`nuancebot kb`: checking, beginning, showing, covering and counting content on the command line."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.support.broken_packs import edited
from tests.support.command_line import CommandLine, Finished
from tests.support.extras import write_rich_pack
from tests.support.upkeep import well_phrased, write_essay, write_exam

HONEY_PATH = "entries/bees/bees-honey.toml"
WAX_PATH = "entries/bees/bees-wax.toml"


@pytest.fixture
def pack(command_line: CommandLine, bare: Path) -> Path:
    """The small pack with everything that can go with it, read again today."""
    assert command_line
    folder = well_phrased(write_rich_pack(bare / "pack"))
    for entry in folder.glob("entries/*/*.toml"):
        today = dt.datetime.now(dt.UTC).date().isoformat()
        entry.write_text(edited(entry.read_text(encoding="utf-8"), "2026-01-31", today), encoding="utf-8")
    return folder


@pytest.fixture
def kb(command_line: CommandLine, pack: Path) -> Callable[..., Finished]:
    """Run `nuancebot kb` on that pack."""
    return partial(command_line.run, "kb", NUANCEBOT_PACK=str(pack), NUANCEBOT_DATA=str(pack.parent / "data"))


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(edited(path.read_text(encoding="utf-8"), old, new), encoding="utf-8")


def test_lint_of_a_good_pack_ends_well_and_says_what_it_did_not_check(kb: Callable[..., Finished]) -> None:
    assert kb("lint") == Finished(
        0,
        "not checked: copied runs: nothing to compare with at ../shared/essay/essay.nl.md\n"
        "not checked: exam questions: nothing to compare with at ../shared/eval\n"
        "not checked: lost questions: no model of this content is fitted yet; `nuancebot ask` fits one\n"
        "0 errors, 0 warnings\n",
        "",
    )


def test_lint_of_a_pack_with_errors_prints_a_line_for_each_and_fails(
    kb: Callable[..., Finished], pack: Path, bare: Path
) -> None:
    edit(pack / HONEY_PATH, "Nog meer over", "Nog m\u0435er over")
    essay = write_essay(bare, "Het boek zegt iets over honing, namelijk jar")
    exams = write_exam(bare, "hoe zit het met honing jar", "steken")
    finished = kb("lint", "--essay", str(essay), "--exams", str(exams))
    assert finished.exit_code == 1
    assert finished.stdout.splitlines()[:3] == [
        f"{HONEY_PATH}:9: nl.answer: copied from the essay: 'het boek zegt iets over honing namelijk'",
        f"{HONEY_PATH}:11: nl.more: 'm\u0435er' mixes CYRILLIC and LATIN letters",
        f"{HONEY_PATH}:12: nl.phrasings.0: is an exam question: 'hoe zit het met honing jar'",
    ]
    assert finished.stdout.endswith("\n3 errors, 0 warnings\n")


def test_lint_looks_at_the_wording_of_a_pack_that_cannot_be_loaded(kb: Callable[..., Finished], pack: Path) -> None:
    (pack / "pack.toml").unlink()
    edit(pack / "quiz/bees.toml", "Milk", "M\u0456lk")
    finished = kb("lint")
    assert finished.exit_code == 1
    assert "'M\u0456lk' mixes CYRILLIC and LATIN letters" in finished.stdout
    assert "pack.toml: file: can't be read" in finished.stdout
    assert "not checked: lost questions and review dates: the pack can't be loaded" in finished.stdout


def test_lint_warns_of_an_old_review_and_does_not_fail(kb: Callable[..., Finished], pack: Path) -> None:
    edit(pack / HONEY_PATH, dt.datetime.now(dt.UTC).date().isoformat(), "2020-01-31")
    finished = kb("lint")
    assert finished.exit_code == 0
    assert finished.stdout.startswith(f"warning: {HONEY_PATH}:")
    assert finished.stdout.endswith("\n0 errors, 1 warnings\n")


def test_lint_finds_what_lies_beside_the_repository(
    kb: Callable[..., Finished], bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("repository", "shared/essay", "shared/eval"):
        (bare / folder).mkdir(parents=True)
    (bare / "shared/essay/essay.nl.md").write_text("What about honey", encoding="utf-8")
    monkeypatch.chdir(bare / "repository")
    assert [line.split(": ")[1] for line in kb("lint").stdout.splitlines()[:-1]] == ["lost questions"]


def test_new_writes_an_entry_that_lint_then_finds_wanting(kb: Callable[..., Finished], pack: Path) -> None:
    assert kb("new", "bees/bees-wax") == Finished(
        0, f"{pack / WAX_PATH}: fill it in, then run `nuancebot kb lint`\n", ""
    )
    finished = kb("lint")
    assert finished.exit_code == 1
    for gap in ("9: nl.question", "14: nl.phrasings", "19: en.answer", "21: en.simple"):
        assert f"\n{WAX_PATH}:{gap}: " in finished.stdout


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("bees/bees-honey", "there is an entry 'bees-honey' already, in topic 'bees'"),
        ("cats/cat", "no topic 'cats' in pack.toml; there are bees, owls"),
        ("../bees-wax", "give the place as <topic>/<entry-id>, in small letters, digits and hyphens"),
        ("bees/Wax", "give the place as <topic>/<entry-id>, in small letters, digits and hyphens"),
    ],
)
def test_new_says_why_an_entry_cannot_be_begun(
    kb: Callable[..., Finished], pack: Path, place: str, reason: str
) -> None:
    before = sorted(pack.rglob("*"))
    assert kb("new", place) == Finished(1, "", f"Error: {reason}\n")
    assert sorted(pack.rglob("*")) == before


def test_a_second_entry_can_be_begun_before_the_first_is_filled_in(kb: Callable[..., Finished]) -> None:
    assert [kb("new", place).exit_code for place in ("bees/bees-wax", "owls/owls-day")] == [0, 0]


def test_new_says_what_is_wrong_with_the_page_of_the_pack(kb: Callable[..., Finished], pack: Path) -> None:
    edit(pack / "pack.toml", 'work = "book"', "work = 1")
    assert kb("new", "bees/bees-wax") == Finished(1, "", "pack.toml:2: work: Input should be a valid string\n")


@pytest.mark.parametrize("command", [("preview", "bees-honey"), ("coverage",), ("stats",)])
def test_a_pack_that_cannot_be_loaded_is_named_line_by_line(
    kb: Callable[..., Finished], pack: Path, command: tuple[str, ...]
) -> None:
    edit(pack / "distinctions.toml", '"owls-night"', '"owls-day"')
    reason = "distinctions.toml:2: bees-owls.entries.1: no entry 'owls-day'\n"
    assert kb(*command) == Finished(1, "", reason)


def test_a_pack_is_begun_and_worked_with_at_once(command_line: CommandLine, bare: Path) -> None:
    folder = bare / "foxes"
    begun = command_line.run("kb", "init", str(folder))
    assert begun.stdout.endswith(f"run `nuancebot --pack {folder} kb lint`\n")
    linted = command_line.run("--pack", str(folder), "kb", "lint")
    assert (linted.exit_code, linted.stdout.splitlines()[-1][:9]) == (0, "0 errors,")
    assert command_line.run("--pack", str(folder), "ask", "who wrote this piece").stdout.startswith(
        "Who wrote the essay?"
    )
    assert command_line.run("kb", "init", str(folder)).stderr == f"Error: {folder} is there already\n"
    assert command_line.run("--pack", "nowhere", "kb", "stats").exit_code == 1
