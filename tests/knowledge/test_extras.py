"""What goes with the entries, each rule broken once."""

from pathlib import Path

import pytest

from knowledge.loader import load
from tests.support.broken_packs import complaints, edited
from tests.support.extras import EXTRAS, write_rich_pack

CARDS, QUIZ, TALK, LEXICON = "distinctions.toml", "quiz/bees.toml", "discussion.toml", "lexicon.en.toml"
JUDGED = "judged.nl.toml"
A_SIDE = """[[bees-owls.en.sides]]
name = "Ant"
what = "a"
who = "b"
whom = "c"
follows = "d"
"""


def without(path: str, start: str) -> str:
    """Give a file up to a table."""
    return EXTRAS[path][: EXTRAS[path].index(start)]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (CARDS, without(CARDS, "[bees-owls.en]"), "1: bees-owls.en: is missing"),
        (CARDS, edited(EXTRAS[CARDS], '"owls-night"', '"owls-day"'), "2: bees-owls.entries.1: no entry 'owls-day'"),
        (CARDS, edited(EXTRAS[CARDS], '"book"', '"film"'), "3: bees-owls.sources.0: no work 'film' in sources.toml"),
        (CARDS, edited(EXTRAS[CARDS], "[4]", "[1]"), "3: bees-owls.sources.0: no paragraph 1 in section 'Two'"),
        (CARDS, EXTRAS[CARDS] + A_SIDE, "1: bees-owls: has more sides in one language than in another"),
        (QUIZ, edited(EXTRAS[QUIZ], "bees-honey", "bees-wax"), "4: question.0.entry: no entry 'bees-wax'"),
        (
            QUIZ,
            without(QUIZ, "[question.nl]") + EXTRAS[QUIZ][EXTRAS[QUIZ].index("[question.en]") :],
            "1: question.0.nl: is missing",
        ),
        (QUIZ, EXTRAS[QUIZ] * 2, "15: question.1.id: 'honey-1' is also in quiz/bees.toml"),
        (
            TALK,
            edited(EXTRAS[TALK], "[[bees]]", "[[cats]]").replace("[bees.", "[cats."),
            "1: cats: is not a topic of pack.toml",
        ),
        (TALK, edited(EXTRAS[TALK], "bees-honey", "bees-wax"), "2: bees.0.entries.0: no entry 'bees-wax'"),
        (TALK, without(TALK, "[bees.en]"), "1: bees.0.en: is missing"),
        (
            JUDGED,
            edited(EXTRAS[JUDGED], '"bees-sting", "bees-honey"', '"bees-sting", "bees-wax"'),
            "7: question.1.accept.1: no entry 'bees-wax'",
        ),
        (
            JUDGED,
            edited(EXTRAS[JUDGED], "is dat zoete goud van bijen", "Hoe zit het met HONING jar?"),
            "2: question.0.text: is a phrasing of an entry, or there twice",
        ),
        (
            JUDGED,
            edited(EXTRAS[JUDGED], "is dat zoete goud van bijen", "tell me of honey sweet"),
            "2: question.0.text: is a phrasing of an entry, or there twice",
        ),
    ],
)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, path: str, text: str, line: str) -> None:
    found = complaints(write_rich_pack(tmp_path, **{path: text}))
    assert [complaint for complaint in found if complaint.startswith(path)] == [f"{path}:{line}"]


def test_a_concept_is_there_in_every_language(tmp_path: Path) -> None:
    lexicon = EXTRAS[LEXICON] + '[wax]\nforms = ["wax"]\n'
    assert complaints(write_rich_pack(tmp_path, **{LEXICON: lexicon})) == ["lexicon.nl.toml: wax: is missing"]


def test_a_pack_with_everything_loads(tmp_path: Path) -> None:
    library = load(write_rich_pack(tmp_path))
    assert (set(library.distinctions), set(library.quiz), set(library.discussion)) == (
        {"bees-owls"},
        {"honey-1", "night-1", "night-2"},
        {"bees"},
    )
    assert set(library.lexicon) == {"nl", "en"}
    assert {code: len(questions) for code, questions in library.judged.items()} == {"nl": 2, "en": 1}
    assert library.judged["nl"][1].accept == ("bees-sting", "bees-honey")


def test_a_quiz_id_in_two_files_is_refused(tmp_path: Path) -> None:
    assert complaints(write_rich_pack(tmp_path, **{"quiz/more.toml": EXTRAS[QUIZ]})) == [
        "quiz/more.toml:2: question.0.id: 'honey-1' is also in quiz/bees.toml"
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (CARDS, "card = 3"),
        (TALK, "bees = 3"),
        (TALK, "bees = [3]"),
        (QUIZ, "question = 3"),
        (QUIZ, ""),
        (LEXICON, "honey = 3"),
        (JUDGED, "question = 3"),
        (JUDGED, ""),
        (JUDGED, '[[question]]\ntext = "who makes it"\naccept = []\n'),
        (JUDGED, '[[question]]\ntext = " "\naccept = ["bees-honey"]\n'),
    ],
)
def test_a_table_of_the_wrong_type_is_reported(tmp_path: Path, path: str, text: str) -> None:
    assert all(line.startswith(path) for line in complaints(write_rich_pack(tmp_path, **{path: text})))


def test_a_lexicon_in_one_language_only_is_refused(tmp_path: Path) -> None:
    folder = write_rich_pack(tmp_path)
    (folder / "lexicon.nl.toml").unlink()
    assert complaints(folder) == ["lexicon.nl.toml: honey: is missing"]


def test_subjects_are_concepts_and_lead_to_entries(tmp_path: Path) -> None:
    assert load(write_rich_pack(tmp_path / "good")).subjects == {"honey": "bees-honey"}
    bad = 'wax = "bees-honey"\nhoney = "bees-wax"\n'
    assert complaints(write_rich_pack(tmp_path / "bad", **{"subjects.toml": bad})) == [
        "subjects.toml:1: wax: is no concept of the lexicon",
        "subjects.toml:2: honey: no entry 'bees-wax'",
    ]


def test_ellipses_are_those_of_entries(tmp_path: Path) -> None:
    assert load(write_rich_pack(tmp_path / "good")).ellipses["en"]["bees-honey"] == ("is it sweet", "and the jar")
    written = EXTRAS["ellipses.en.toml"] + 'bees-wax = ["and the wax"]\n'
    assert complaints(write_rich_pack(tmp_path / "bad", **{"ellipses.en.toml": written})) == [
        "ellipses.en.toml:3: bees-wax: no entry 'bees-wax'"
    ]


def test_judged_questions_may_be_in_one_language_only(tmp_path: Path) -> None:
    folder = write_rich_pack(tmp_path)
    (folder / "judged.en.toml").unlink()
    assert set(load(folder).judged) == {"nl"}
