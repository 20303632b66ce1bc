"""A folder in; a library, or everything that is wrong with it, out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.findings import Finding
from knowledge.library import Library
from knowledge.loader import load
from knowledge.problems import BrokenPackError
from knowledge.shelf import Shelf
from tests.support.broken_packs import HONEY, HONEY_PATH, STING_PATH, complaints, edited, honey
from tests.support.evaluation import labelled, write_set
from tests.support.extras import EXTRAS, write_rich_pack
from tests.support.packs import PACK, write_pack

PAGES = ("outofscope.en", "outofscope.nl", "pack", "smalltalk.en", "smalltalk.nl", "sources")


@pytest.mark.parametrize("name", PAGES)
def test_a_missing_file_is_one_line(tmp_path: Path, name: str) -> None:
    assert complaints(write_pack(tmp_path, **{name: ""})) == [f"{name}.toml: file: can't be read"]


def test_an_empty_folder_lacks_every_page(tmp_path: Path) -> None:
    assert complaints(tmp_path) == [f"{name}.toml: file: can't be read" for name in PAGES]


@pytest.mark.parametrize("name", ["not/there", "a-file"])
def test_what_is_no_folder_is_one_line_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").touch()
    [line] = complaints(tmp_path / name)
    assert line.startswith(f"{tmp_path / name}: pack: is no pack that comes with the bot")


def test_problems_in_several_files_are_reported_at_once(tmp_path: Path) -> None:
    replaced = {
        **honey('voice = "author"', 'colour = "gold"'),
        "bees-sting": "= nothing",
        "outofscope.nl": "",
        "pack": edited(PACK, 'short_description = "Animals, explained."', ""),
    }
    folder = write_pack(tmp_path, **replaced)
    (folder / "smalltalk.en.toml").write_bytes(b"\xff")
    assert complaints(folder) == [
        f"{HONEY_PATH}: voice: is missing",
        f"{HONEY_PATH}:3: colour: is not a key that belongs here",
        f"{STING_PATH}: file: is not TOML: Invalid statement (at line 1, column 1)",
        "outofscope.nl.toml: file: can't be read",
        "pack.toml:13: en.short_description: is missing",
        "smalltalk.en.toml: file: is not TOML: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ]


def test_broken_rules_in_several_files_are_reported_at_once(tmp_path: Path) -> None:
    replaced = honey('section = "One"', 'section = "Ten"') | {"pack": edited(PACK, '"owls-night"', '"owls-day"')}
    assert complaints(write_pack(tmp_path, **replaced)) == [
        f"{HONEY_PATH}:4: sources.0: no section 'Ten' in 'book'",
        "pack.toml:4: starters.1: no entry 'owls-day'",
    ]


def test_a_file_that_cannot_be_read_hides_the_references_that_it_leaves_dangling(tmp_path: Path) -> None:
    assert complaints(write_pack(tmp_path, **{"bees-honey": "broken"})) == [
        f"{HONEY_PATH}: file: is not TOML: Expected '=' after a key in a key/value pair (at end of document)"
    ]


@given(st.text(), st.integers(0, len(HONEY)))
def test_any_text_in_a_file_loads_or_is_reported_in_lines(
    tmp_path_factory: pytest.TempPathFactory, text: str, place: int
) -> None:
    written = HONEY[:place] + text + HONEY[place:]
    folder = write_pack(tmp_path_factory.mktemp("any"))
    (folder / HONEY_PATH).write_text(written, encoding="utf-8")
    try:
        found = load(folder).entries["bees-honey"].id
    except BrokenPackError as error:
        found = error.problems[0].path
    assert found in {"bees-honey", HONEY_PATH}


def test_topic_and_id_are_the_place_of_the_file(small_library: Library) -> None:
    assert {(found.topic, found.id) for found in small_library.entries.values()} == {
        ("bees", "bees-honey"),
        ("bees", "bees-sting"),
        ("owls", "owls-night"),
    }


def test_a_pack_in_one_language_needs_files_in_that_language_only(tmp_path: Path) -> None:
    pack = edited(PACK, '["nl", "en"]', '["en"]')
    library = load(write_pack(tmp_path, pack=pack, **{"smalltalk.nl": "", "outofscope.nl": ""}))
    assert set(library.chatter) == set(library.not_ours) == {"en"}


def test_the_same_files_have_the_same_digest_anywhere(tmp_path: Path) -> None:
    here, there = load(write_pack(tmp_path / "here")), load(write_pack(tmp_path / "there"))
    other = load(write_pack(tmp_path / "other", **honey("Simple: honey.", "Simple: sweet.")))
    assert here.digest == there.digest != other.digest


def test_evaluation_sets_are_no_part_of_the_library_nor_of_its_digest(tmp_path: Path) -> None:
    before = load(write_pack(tmp_path))
    write_set(tmp_path / "evaluation", "en", labelled("who makes honey", "bees-honey"), "{")
    assert load(tmp_path) == before


def test_judged_questions_are_part_of_the_library_and_of_its_digest(tmp_path: Path) -> None:
    before = load(write_pack(tmp_path))
    (tmp_path / "judged.en.toml").write_text(EXTRAS["judged.en.toml"], encoding="utf-8")
    after = load(tmp_path)
    assert before.judged == {}
    [question] = after.judged["en"]
    assert (question.text, question.accept) == ("who hunts without a sound", ("owls-night",))
    assert after.digest != before.digest


def test_a_bad_judged_question_is_one_line_with_its_place(tmp_path: Path) -> None:
    written = edited(EXTRAS["judged.en.toml"], 'accept = ["owls-night"]', 'answer = "owls-night"')
    folder = write_pack(tmp_path)
    (folder / "judged.en.toml").write_text(written, encoding="utf-8")
    assert complaints(folder) == [
        "judged.en.toml:1: question.0.accept: is missing",
        "judged.en.toml:3: question.0.answer: is not a key that belongs here",
    ]


def test_files_that_were_found_to_fit_together_are_not_compared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, folder = Shelf(tmp_path / "shelf"), write_pack(tmp_path / "pack")
    first = load(folder, shelf)
    monkeypatch.setattr("knowledge.loader.problems_across", broken_comparison)
    assert load(folder, shelf) == first
    with pytest.raises(AssertionError):
        load(folder)


def broken_comparison(*_: object) -> Iterator[Finding]:
    """Compare nothing: there should be nothing to compare."""
    raise AssertionError


def test_a_pack_that_does_not_fit_is_refused_every_time(tmp_path: Path) -> None:
    shelf, folder = Shelf(tmp_path / "shelf"), write_rich_pack(tmp_path / "pack")
    (folder / "ellipses.en.toml").write_text('bees-wax = ["and the wax"]', encoding="utf-8")
    for _ in range(2):
        with pytest.raises(BrokenPackError, match="no entry 'bees-wax'"):
            load(folder, shelf)
