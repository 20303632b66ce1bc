"""Files that are no good, each reported by path, line and key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from knowledge.reader import Reader, by_language
from tests.support.broken_packs import HONEY, HONEY_PATH, complaints, edited, honey
from tests.support.packs import PACK, SOURCES, write_pack

NUMBERS = TypeAdapter(dict[str, int])


@pytest.mark.parametrize(
    ("replaced", "line"),
    [
        ({"bees-honey": 'colour = "gold"' + HONEY}, f"{HONEY_PATH}:1: colour: is not a key that belongs here"),
        (honey("[en]", "[fr]"), f"{HONEY_PATH}:14: fr: is not a key that belongs here"),
        (honey("more = '''Nog", "meer = '''Nog"), f"{HONEY_PATH}:11: nl.meer: is not a key that belongs here"),
        (honey("reviewed = 2026-01-31\n", ""), f"{HONEY_PATH}: reviewed: is missing"),
        (honey('certainty = "reported"\n', ""), f"{HONEY_PATH}:20: since.0.certainty: is missing"),
        (
            honey('voice = "author"', "voice = 3"),
            f"{HONEY_PATH}:3: voice: Input should be 'essay', 'author', 'reported', 'expert', 'plan' or 'later'",
        ),
        (
            honey('question = "What is it with honey <& more>?"', "question = 3"),
            f"{HONEY_PATH}:15: en.question: Input should be a valid string",
        ),
        (
            honey('sources = ["paper"]', 'sources = "paper"'),
            f"{HONEY_PATH}:23: since.0.sources: Input should be a valid tuple",
        ),
        (
            {"pack": edited(PACK, 'id = "owls"', 'id = "Owls!"')},
            "pack.toml:25: topics.1.id: has a form that is not allowed here",
        ),
        (
            {"sources": edited(SOURCES, "https://example.org/paper", "example.org")},
            "sources.toml:14: paper.address: has a form that is not allowed here",
        ),
    ],
)
def test_a_value_that_does_not_belong_is_named_with_its_line(
    tmp_path: Path, replaced: dict[str, str], line: str
) -> None:
    assert complaints(write_pack(tmp_path, **replaced)) == [line]


def test_windows_line_ends_count_as_lines(tmp_path: Path) -> None:
    [text] = honey('voice = "author"', 'voice = "nobody"').values()
    folder = write_pack(tmp_path)
    (folder / HONEY_PATH).write_bytes(text.replace("\n", "\r\n").encode())
    [line] = complaints(folder)
    assert line.startswith(f"{HONEY_PATH}:3: voice: ")


def test_broken_toml_is_one_line_that_says_where(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, **honey('voice = "author"', "voice = author"))
    assert complaints(folder) == [f"{HONEY_PATH}: file: is not TOML: Invalid value (at line 3, column 9)"]


def test_a_key_written_twice_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, **honey('voice = "author"', 'voice = "author"\nvoice = "essay"'))
    assert complaints(folder) == [f"{HONEY_PATH}: file: is not TOML: Cannot overwrite a value (at line 4, column 16)"]


def test_what_is_not_utf8_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / HONEY_PATH).write_bytes(b"\xff" + HONEY.encode())
    [line] = complaints(folder)
    assert line == (
        f"{HONEY_PATH}: file: is not TOML: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
    )


def test_a_folder_named_like_a_file_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "entries/bees/bees-wax.toml").mkdir()
    assert complaints(folder) == ["entries/bees/bees-wax.toml: file: can't be read"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"deep = {'[' * 3000}{']' * 3000}\n", id="nested too deep"),
        pytest.param(f"huge = {'9' * 5000}\n", id="a number too long"),
    ],
)
def test_toml_that_python_gives_up_on_is_a_problem_too(tmp_path: Path, text: str) -> None:
    [line] = complaints(write_pack(tmp_path, **{"bees-honey": text + HONEY}))
    assert line.startswith(f"{HONEY_PATH}: file: ")


@pytest.mark.parametrize(
    "replaced",
    [{"bees-honey": "texts = 3\n" + HONEY}, {"bees-honey": 'id = "x"\n' + HONEY}, {"pack": "faces = 3\n" + PACK}],
)
def test_a_key_that_the_loader_adds_itself_may_not_be_written(tmp_path: Path, replaced: dict[str, str]) -> None:
    [line] = complaints(write_pack(tmp_path, **replaced))
    assert line.endswith("is not a key that belongs here")


def test_a_value_of_two_possible_types_is_named_by_its_written_key(tmp_path: Path) -> None:
    found = complaints(write_pack(tmp_path, sources=edited(SOURCES, '"2021-05"', "5")))
    assert {line.split(": ")[1] for line in found} == {"paper.date"}


@given(st.binary())
def test_any_bytes_are_read_or_reported(tmp_path_factory: pytest.TempPathFactory, contents: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "any.toml").write_bytes(contents)
    reader = Reader(folder)
    found = reader.read("any.toml", NUMBERS)
    assert (found is None) == bool(reader.problems)


def test_the_digest_follows_names_and_contents(tmp_path: Path) -> None:
    digests = set()
    for names, contents in ((("a", "b"), "x = 1"), (("a", "c"), "x = 1"), (("a", "b"), "x = 2"), (("b", "a"), "x = 1")):
        reader = Reader(tmp_path)
        for name in names:
            (tmp_path / name).write_text(contents, encoding="utf-8")
            reader.read(name, NUMBERS)
        digests.add(reader.digest)
    assert len(digests) == 4
    assert {len(digest) for digest in digests} == {16}


def test_a_file_that_a_pack_may_do_without_is_no_problem(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert reader.read_if_there("nothing.toml", NUMBERS) is None
    assert not reader.problems


def test_tables_named_after_languages_are_gathered() -> None:
    gathered = by_language({"en": {"a": 1}, "voice": "essay"}, "texts", ("nl", "en"))
    assert gathered == {"voice": "essay", "texts": {"en": {"a": 1}}}
