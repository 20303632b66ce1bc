"""The beginning of a new entry."""

import datetime as dt
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.upkeep.new import CannotBeginError, begin_entry, form_of
from tests.support.broken_packs import complaints, edited
from tests.support.packs import PACK, SOURCES, write_pack

TODAY = dt.date(2026, 1, 31)


def test_a_new_entry_is_toml_with_both_languages_and_todays_date(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    path = begin_entry(folder, "bees/bees-wax", TODAY)
    assert path == folder / "entries/bees/bees-wax.toml"
    raw = tomli.loads(path.read_text(encoding="utf-8"))
    assert raw["reviewed"] == TODAY
    assert raw["sources"] == [{"work": "book", "section": "One", "para": []}]
    assert {"nl", "en"} <= set(raw)


def test_every_gap_in_a_new_entry_is_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    begin_entry(folder, "bees/bees-wax", TODAY)
    lines = complaints(folder)
    assert all(line.startswith("entries/bees/bees-wax.toml:") for line in lines)
    named = {line.split(": ")[1] for line in lines}
    gaps = {f"{code}.{key}" for code in ("nl", "en") for key in ("question", "answer", "simple", "phrasings")}
    assert named >= {"voice", "next.0.entry", *gaps}


def test_an_essay_without_sections_asks_for_none(tmp_path: Path) -> None:
    sources = edited(
        SOURCES, 'sections = [{ title = "One", para = [1, 2, 3] }, { title = "Two", para = [4, "note"] }]', ""
    )
    folder = write_pack(tmp_path, sources=sources)
    path = begin_entry(folder, "owls/owls-day", TODAY)
    assert tomli.loads(path.read_text(encoding="utf-8"))["sources"] == [{"work": "book"}]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("bees", "give the place as <topic>/<entry-id>, in small letters, digits and hyphens"),
        ("bees/../../pack", "give the place as <topic>/<entry-id>, in small letters, digits and hyphens"),
        ("bees/Wax", "give the place as <topic>/<entry-id>, in small letters, digits and hyphens"),
        ("bees/wax\n", "give the place as <topic>/<entry-id>, in small letters, digits and hyphens"),
        ("cats/cat", "no topic 'cats' in pack.toml; there are bees, owls"),
        ("owls/bees-honey", "there is an entry 'bees-honey' already, in topic 'bees'"),
    ],
)
def test_a_place_that_does_not_do_is_refused_and_nothing_is_written(tmp_path: Path, place: str, reason: str) -> None:
    folder = write_pack(tmp_path)
    before = sorted(folder.rglob("*"))
    with pytest.raises(CannotBeginError, match=f"^{reason}$"):
        begin_entry(folder, place, TODAY)
    assert sorted(folder.rglob("*")) == before


def test_an_id_too_long_for_a_button_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotBeginError):
        begin_entry(write_pack(tmp_path), f"bees/{'x' * 49}", TODAY)


def filled(skeleton: str) -> str:
    """Fill in what can be filled in without reading anything."""
    texts = skeleton.replace('question = ""', 'question = "Why?"').replace("= '''\n", "= '''\nBecause.\n")
    texts = texts.replace('voice = ""', 'voice = "essay"').replace('entry = ""', 'entry = "bees-honey"')
    for language in ("nl", "en"):
        phrasings = "".join(f'  "why {language} {number}",\n' for number in range(12))
        texts = edited(texts, "people type\n]", f"people type\n{phrasings}]")
    return texts


def test_a_filled_entry_must_still_name_its_paragraphs_and_be_led_to(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    path = begin_entry(folder, "bees/bees-wax", TODAY)
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert complaints(folder) == [
        "entries/bees/bees-wax.toml:3: sources.0: names no paragraph",
        "entries/bees/bees-wax.toml:4: next: no other entry leads here",
    ]


@given(
    st.text(st.characters(), max_size=20)
    | st.from_regex(r"(bees|owls|cats|\.\.)(/[a-zA-Z.-]{1,9}){1,2}", fullmatch=True)
)
def test_a_new_entry_stands_in_the_folder_of_a_topic_or_nowhere(
    tmp_path_factory: pytest.TempPathFactory, place: str
) -> None:
    folder = tmp_path_factory.mktemp("front")
    for name, contents in (("pack", PACK), ("sources", SOURCES)):
        (folder / f"{name}.toml").write_text(contents, encoding="utf-8")
    try:
        path = begin_entry(folder, place, TODAY)
    except CannotBeginError:
        assert len([*folder.iterdir()]) == 2
    else:
        assert path.parent in {folder / "entries/bees", folder / "entries/owls"}
        assert path.is_file()


def test_an_id_too_long_for_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotBeginError):
        begin_entry(write_pack(tmp_path), f"bees/{'x' * 300}", TODAY)


def test_a_section_title_with_quotation_marks_is_still_toml(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, sources=edited(SOURCES, '"One"', "'The \"One\" \\ é'"))
    raw = tomli.loads(begin_entry(folder, "bees/bees-wax", TODAY).read_text(encoding="utf-8"))
    assert raw["sources"][0]["section"] == 'The "One" \\ é'


def test_an_entry_can_be_begun_while_others_are_still_unfilled(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    for name in ("bees-wax", "bees-hive"):
        assert begin_entry(folder, f"bees/{name}", TODAY).is_file()


def test_a_form_has_the_wordings_and_says_where_it_belongs(small_library: Library) -> None:
    form = tomli.loads(
        form_of(small_library, "bees", TODAY, (("en", 'is "wax" sweet'), ("nl", "was")), after="bees-honey")
    )
    assert form["en"]["phrasings"] == ['is "wax" sweet']
    assert form["nl"]["phrasings"] == ["was"]
    assert form["change"] == {"id": "", "topic": "bees", "after": "bees-honey"}
