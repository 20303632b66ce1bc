"""What has to hold between the files of a pack, each broken once."""

from pathlib import Path

import pytest

from knowledge.loader import load
from tests.support.broken_packs import HONEY, HONEY_PATH, STING_PATH, complaints, edited, honey
from tests.support.packs import ENTRIES, PACK, SOURCES, entry, write_pack

DUTCH_ONLY = HONEY[: HONEY.index("[en]")] + HONEY[HONEY.index("[[since]]") :]


@pytest.mark.parametrize(
    ("replaced", "lines"),
    [
        ({"bees-honey": DUTCH_ONLY}, [f"{HONEY_PATH}: en: is missing"]),
        (honey("en = '''Later", "# '''Later"), [f"{HONEY_PATH}:20: since.0.en: is missing"]),
        (
            honey('sources = ["paper"]', 'sources = ["pamphlet"]'),
            [f"{HONEY_PATH}:23: since.0.sources: no work 'pamphlet' in sources.toml"],
        ),
        (honey('work = "book"', 'work = "bok"'), [f"{HONEY_PATH}:4: sources.0: no work 'bok' in sources.toml"]),
        (honey('section = "One"', 'section = "Ten"'), [f"{HONEY_PATH}:4: sources.0: no section 'Ten' in 'book'"]),
        (honey('section = "One", ', ""), [f"{HONEY_PATH}:4: sources.0: no section None in 'book'"]),
        (honey("para = [1, 2, 3]", "para = [1, 9]"), [f"{HONEY_PATH}:4: sources.0: no paragraph 9 in section 'One'"]),
        (honey(", para = [1, 2, 3]", ""), [f"{HONEY_PATH}:4: sources.0: names no paragraph"]),
        (
            honey('entry = "bees-sting"', 'entry = "bees-wax"'),
            [f"{HONEY_PATH}:5: next.0.entry: no entry 'bees-wax'", f"{STING_PATH}:5: next: no other entry leads here"],
        ),
        (
            honey('entry = "bees-sting"', 'entry = "bees-honey"'),
            [f"{HONEY_PATH}:5: next.0.entry: leads to itself", f"{STING_PATH}:5: next: no other entry leads here"],
        ),
        (
            honey('entry = "bees-sting"', 'entry = "owls-night"'),
            [f"{STING_PATH}:5: next: no other entry leads here"],
        ),
        (
            honey("'what about honey jar'", "'  Tell me of STINGS pain?! '"),
            [f"{STING_PATH}:18: en.phrasings.1: 'tell me of stings pain' is also a phrasing of 'bees-honey'"],
        ),
        ({"pack": edited(PACK, '"owls-night"]', '"owls-day"]')}, ["pack.toml:4: starters.1: no entry 'owls-day'"]),
        (
            {"pack": edited(PACK, 'work = "book"', 'work = "film"')},
            ["pack.toml:2: work: no work 'film' in sources.toml"],
        ),
        ({"pack": edited(PACK, 'nl = "Uilen", ', "")}, ["pack.toml:26: topics.1.titles.nl: is missing"]),
        (
            {"pack": PACK + '[[topics]]\nid = "cats"\ntitles = { nl = "K", en = "C" }\n'},
            ["pack.toml:28: topics.2.id: no entry in entries/cats"],
        ),
        ({"pack": PACK[: PACK.index("[en]")] + PACK[PACK.index("[[topics]]") :]}, ["pack.toml: en: is missing"]),
    ],
)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, replaced: dict[str, str], lines: list[str]) -> None:
    assert complaints(write_pack(tmp_path, **replaced)) == lines


def test_an_entry_that_only_leads_to_itself_is_not_reached(tmp_path: Path) -> None:
    sting = entry(*ENTRIES["bees/bees-sting"], following="bees-sting")
    replaced = honey('entry = "bees-sting"', 'entry = "owls-night"') | {"bees-sting": sting}
    assert complaints(write_pack(tmp_path, **replaced)) == [
        f"{STING_PATH}:5: next: no other entry leads here",
        f"{STING_PATH}:5: next.0.entry: leads to itself",
    ]


def test_a_folder_that_is_no_topic_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "entries/bees").rename(folder / "entries/wasps")
    assert complaints(folder) == [
        "entries/wasps/bees-honey.toml: file: its folder 'wasps' is not a topic of pack.toml",
        "entries/wasps/bees-sting.toml: file: its folder 'wasps' is not a topic of pack.toml",
        "pack.toml:21: topics.0.id: no entry in entries/bees",
    ]


def test_an_id_in_two_topics_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "entries/owls/bees-honey.toml").write_text(HONEY, encoding="utf-8")
    assert complaints(folder) == [f"entries/owls/bees-honey.toml: file: the id is also that of {HONEY_PATH}"]


def test_a_work_without_sections_needs_no_paragraph(tmp_path: Path) -> None:
    sources = edited(
        SOURCES, 'sections = [{ title = "One", para = [1, 2, 3] }, { title = "Two", para = [4, "note"] }]', ""
    )
    whole_work = honey(', section = "One", para = [1, 2, 3]', "")
    library = load(write_pack(tmp_path, sources=sources, **whole_work))
    assert library.entries["bees-honey"].sources[0].para == ()


def test_a_phrasing_twice_in_one_entry_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, **honey("'what about honey jar'", "'tell me of honey sweet'"))
    assert complaints(folder) == [f"{HONEY_PATH}:18: en.phrasings.1: 'tell me of honey sweet' stands here twice"]


def test_a_topic_listed_twice_is_refused(tmp_path: Path) -> None:
    pack = PACK + '[[topics]]\nid = "bees"\ntitles = { nl = "B", en = "B" }\n'
    assert complaints(write_pack(tmp_path, pack=pack)) == ["pack.toml:28: topics.2.id: 'bees' is there twice"]


def test_small_talk_in_one_language_only_is_refused(tmp_path: Path) -> None:
    thanks = '[thanks]\nreplies = ["Graag."]\nphrasings = ["dank", "bedankt"]\n'
    small_talk = {"smalltalk.nl": thanks, "smalltalk.en": '[greeting]\nreplies = ["Hi."]\nphrasings = ["hi", "hey"]\n'}
    assert complaints(write_pack(tmp_path, **small_talk)) == [
        "smalltalk.en.toml: thanks: is missing",
        "smalltalk.nl.toml: greeting: is missing",
    ]
