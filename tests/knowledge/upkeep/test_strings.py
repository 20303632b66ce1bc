"""Every text of a pack, with its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.upkeep.strings import PackTexts, Placed
from tests.support.extras import write_rich_pack
from tests.support.upkeep import texts_of

# What TOML takes in a quotation as JSON writes it.
WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f"))


def test_a_text_is_found_however_deep_it_stands(tmp_path: Path) -> None:
    nested = 'a = "one"\nb = ["two", ["three", { c = "four" }]]\n[d.e]\nf = "five"\n[[g]]\n[[g]]\nh = "six"\n'
    assert texts_of(tmp_path, page=nested).texts == [
        Placed("page.toml", ("a",), "one"),
        Placed("page.toml", ("b", 0), "two"),
        Placed("page.toml", ("b", 1, 0), "three"),
        Placed("page.toml", ("b", 1, 1, "c"), "four"),
        Placed("page.toml", ("d", "e", "f"), "five"),
        Placed("page.toml", ("g", 1, "h"), "six"),
    ]


def test_numbers_dates_and_truths_are_no_texts(tmp_path: Path) -> None:
    assert texts_of(tmp_path, page="a = 1\nb = 1.5\nc = true\nd = 2026-01-31\ne = []\n[f]\n").texts == []


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    paths = [placed.path for placed in PackTexts(write_rich_pack(tmp_path)).texts]
    assert paths == sorted(paths)
    assert {"pack.toml", "quiz/bees.toml", "entries/bees/bees-honey.toml"} < {*paths}


def test_files_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "latin.toml").write_bytes(b'a = "\xff"')
    (tmp_path / "notes.md").write_text('a = "no TOML file"', encoding="utf-8")
    assert texts_of(tmp_path, broken="= nothing", whole='a = "one"').texts == [Placed("whole.toml", ("a",), "one")]


@pytest.mark.parametrize("name", ["empty", "not/there"])
def test_a_folder_without_files_has_no_texts(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    assert PackTexts(tmp_path / name).texts == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("fact", "quiz/bees.toml:3: question.0.kind: why"),
        ("Melk", "quiz/bees.toml:8: question.0.nl.options.0: why"),
        ("Who makes it and who takes it.", "discussion.toml:8: bees.0.en.touches: why"),
        ("People mix them up.", "distinctions.toml:13: bees-owls.en.mix_up: why"),
        ("sweet gold", "lexicon.en.toml:2: honey.forms.1: why"),
        ("is het honing sugar", "entries/bees/bees-honey.toml:12: nl.phrasings.3: why"),
        ("Later it turned out otherwise with stings.", "entries/bees/bees-sting.toml:25: since.0.en: why"),
    ],
)
def test_a_problem_has_the_line_of_its_text(tmp_path: Path, text: str, line: str) -> None:
    texts = PackTexts(write_rich_pack(tmp_path))
    [placed] = [placed for placed in texts.texts if placed.text == text]
    assert str(texts.problem(placed, "why")) == line


@given(st.lists(WRITABLE, max_size=5))
def test_texts_come_out_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, written: list[str]) -> None:
    lines = [f"k{place} = {json.dumps(text, ensure_ascii=False)}\n" for place, text in enumerate(written)]
    texts = texts_of(tmp_path_factory.mktemp("pack"), page="".join(lines))
    assert [placed.text for placed in texts.texts] == written
    assert [texts.problem(placed, "").line for placed in texts.texts] == list(range(1, len(written) + 1))
