"""`nuancebot kb`: what it shows of a pack that is in order, and of what it lacks."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.support.broken_packs import edited
from tests.support.command_line import CommandLine, Finished
from tests.support.extras import write_rich_pack
from tests.support.packs import PACK, write_pack

DUTCH, ENGLISH = "Wat is er met honing <& meer>?", "What is it with honey <& more>?"


@pytest.fixture
def kb(command_line: CommandLine, bare: Path) -> Callable[..., Finished]:
    """Run `nuancebot kb` on the small pack with everything that can go with it."""
    return partial(command_line.run, "kb", NUANCEBOT_PACK=str(write_rich_pack(bare / "pack")))


@pytest.mark.parametrize(
    ("languages", "questions"),
    [((), (DUTCH, ENGLISH)), (("nl",), (DUTCH,)), (("en",), (ENGLISH,)), (("en", "nl"), (ENGLISH, DUTCH))],
)
def test_preview_shows_every_part_in_the_languages_that_are_wanted(
    kb: Callable[..., Finished], languages: tuple[str, ...], questions: tuple[str, ...]
) -> None:
    finished = kb("preview", "bees-honey", *(f"--lang={language}" for language in languages))
    assert (finished.exit_code, finished.stderr) == (0, "")
    shown = [line for line in finished.stdout.splitlines() if line in {DUTCH, ENGLISH}]
    assert shown == [question for question in questions for _ in ("answer", "simpler", "more", "source")]


def test_preview_shows_texts_sources_and_buttons_as_a_reader_sees_them(kb: Callable[..., Finished]) -> None:
    answer, simpler, more, source = kb("preview", "bees-honey", "--lang", "nl").stdout.split(f"{DUTCH}\n")[1:]
    assert "Het boek zegt iets over honing, namelijk jar" in answer
    assert "> Sindsdien (2021; Journal) naar verluidt:\n> Later bleek het anders met honing." in answer
    assert answer.endswith(
        "\n  [Wat is er met steken <& meer>?]\n  [Naast elkaar: Bij of uil?]\n  [Eenvoudiger]\n  [Meer]\n  [Bron]\n\n"
    )
    assert "Simpel: honing." in simpler
    assert "Nog meer over honing." in more
    assert "On <Animals> & Men <https://example.org/book?a=1&b=2>, Press, geschat 1990" in source


def test_preview_of_an_unknown_entry_says_so(kb: Callable[..., Finished]) -> None:
    assert kb("preview", "bees-wax") == Finished(1, "", "Error: no entry 'bees-wax'\n")


def test_preview_in_an_unknown_language_is_refused(kb: Callable[..., Finished]) -> None:
    finished = kb("preview", "bees-honey", "--lang", "de")
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert "'de' is not one of 'nl', 'en'" in finished.stderr


def test_preview_of_a_pack_in_one_language_shows_that_one(command_line: CommandLine, bare: Path) -> None:
    pack = write_pack(bare, pack=PACK.replace('["nl", "en"]', '["nl"]'))
    for path in pack.glob("entries/*/*.toml"):
        both = path.read_text(encoding="utf-8")
        path.write_text(both[: both.index("[en]")], encoding="utf-8")
    assert command_line.run("kb", "preview", "bees-honey", NUANCEBOT_PACK=str(pack)).exit_code == 0


def test_coverage_lists_unused_paragraphs_and_says_that_no_inventory_is_there(kb: Callable[..., Finished]) -> None:
    assert kb("coverage") == Finished(
        0,
        "paragraphs that no entry cites: 4, note\nnot checked: no inventory at ../shared/knowledge/inventory.yaml\n",
        "",
    )


def test_coverage_of_an_essay_that_is_used_up_lists_no_paragraph(kb: Callable[..., Finished], bare: Path) -> None:
    path = bare / "pack/entries/owls/owls-night.toml"
    whole = '}, { work = "book", section = "Two", para = [4, "note"] }]'
    path.write_text(edited(path.read_text(encoding="utf-8"), "}]", whole), encoding="utf-8")
    assert kb("coverage").stdout.splitlines()[0] == "paragraphs that no entry cites: none"


@pytest.mark.parametrize(
    ("inventory", "lines"),
    [
        (
            "entries:\n  bees-honey: {para: [4], say: [parliament voted]}\n  bees-wax: {}\ndistinctions: {wasps: {}}",
            [
                "bees-honey: paragraphs not cited: 4",
                "bees-honey: to check by eye, told in other words or not at all (0% of its words): parliament voted",
                "bees-wax: no such entry",
                "wasps: no such distinction",
                "4 gaps against inventory.yaml",
            ],
        ),
        ("entries: {bees-honey: {para: [1]}}\ndistinctions: {bees-owls: {}}", ["0 gaps against inventory.yaml"]),
    ],
)
def test_coverage_names_every_gap_against_an_inventory(
    kb: Callable[..., Finished], inventory: str, lines: list[str]
) -> None:
    Path("inventory.yaml").write_text(inventory, encoding="utf-8")
    finished = kb("coverage", "--inventory", "inventory.yaml")
    assert (finished.exit_code, finished.stdout.splitlines()[1:]) == (0, lines)


def test_coverage_says_that_an_inventory_is_no_yaml(kb: Callable[..., Finished]) -> None:
    Path("inventory.yaml").write_text("entries: [", encoding="utf-8")
    finished = kb("coverage", "--inventory", "inventory.yaml")
    assert finished.exit_code == 1
    assert finished.stderr.startswith("Error: inventory.yaml is not YAML: ")


def test_stats_shows_the_numbers_per_language_and_in_all(kb: Callable[..., Finished]) -> None:
    finished = kb("stats", COLUMNS="100")
    rows = [re.findall(r"\w+", line) for line in finished.stdout.splitlines() if line.startswith("│")]
    numbers = [(language, *map(int, found)) for language, *found in rows]
    assert numbers == [("nl", 78, 13, 42, 14, 7, 8, 1), ("en", 69, 14, 42, 14, 6, 8, 1)]
    told = " ".join(finished.stdout.split())
    assert "3 entries: bees 2, owls 1 1 distinctions, 3 quiz questions, 1 discussion questions, 2 works, " in told
    assert told.endswith("3 later facts; parity of words between languages 88%")
    assert finished.exit_code == 0


def test_stats_names_its_columns_in_full_on_a_terminal_of_80_characters(kb: Callable[..., Finished]) -> None:
    assert "…" not in kb("stats", COLUMNS="80").stdout
