"""The limits of an entry, each overstepped once."""

from pathlib import Path

import pytest

from knowledge.loader import load
from tests.support.broken_packs import HONEY, HONEY_PATH, complaints, edited, honey
from tests.support.packs import write_pack

ANSWER = "The book says something of honey, namely jar sweet comb sugar flower nectar."
MORE = "Nog meer over honing."
SINCE = "Later bleek het anders met honing."
QUESTION = "What is it with honey <& more>?"
THREE_PHRASINGS = "'what about honey jar', 'tell me of honey sweet', 'honey comb please', "


def words_of(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("replaced", "line"),
    [
        (honey(ANSWER, words_of(91)), "16: en.answer: has 91 words, at most 90"),
        (honey("Simpel: honing.", words_of(41)), "10: nl.simple: has 41 words, at most 40"),
        (honey(MORE, words_of(151)), "11: nl.more: has 151 words, at most 150"),
        (honey(SINCE, words_of(61)), "24: since.0.nl: has 61 words, at most 60"),
        (honey(QUESTION, "x" * 61), "15: en.question: String should have at most 60 characters"),
        (honey(QUESTION, "   "), "15: en.question: String should have at least 1 character"),
        (honey(THREE_PHRASINGS, ""), "18: en.phrasings: Tuple should have at least 12 items after validation, not 11"),
        (honey("2026-01-31", '"soon"'), "2: reviewed: Input should be a valid date or datetime, input is too short"),
        (
            honey('next = [{ kind = "contrast", entry = "bees-sting" }]', "next = []"),
            "5: next: Tuple should have at least 1 item after validation, not 0",
        ),
        (
            honey('certainty = "reported"', 'certainty = "sure"'),
            "22: since.0.certainty: Input should be 'established' or 'reported'",
        ),
    ],
)
def test_an_overstepped_limit_is_named_with_its_line(tmp_path: Path, replaced: dict[str, str], line: str) -> None:
    assert complaints(write_pack(tmp_path, **replaced)) == [f"{HONEY_PATH}:{line}"]


def test_one_wrong_follow_up_is_one_line(tmp_path: Path) -> None:
    [line] = complaints(write_pack(tmp_path, **honey('kind = "contrast"', 'kind = "because"')))
    assert line.startswith(f"{HONEY_PATH}:5: next.0.kind: Input should be 'why', ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ANSWER, words_of(90)),
        ("Simpel: honing.", words_of(40)),
        (MORE, words_of(150)),
        (SINCE, words_of(60)),
        (QUESTION, "x" * 60),
    ],
)
def test_a_text_may_fill_its_limit(tmp_path: Path, old: str, new: str) -> None:
    assert "bees-honey" in load(write_pack(tmp_path, **honey(old, new))).entries


def test_space_around_a_text_does_not_count(tmp_path: Path) -> None:
    library = load(write_pack(tmp_path, **honey(QUESTION, f"  {'x' * 60}  ")))
    assert library.entries["bees-honey"].texts["en"].question == "x" * 60


@pytest.mark.parametrize(
    ("stem", "accepted"), [("a" * 48, True), ("a" * 49, False), ("Wax", False), ("bees_wax", False)]
)
def test_an_id_fits_a_button(tmp_path: Path, stem: str, *, accepted: bool) -> None:
    folder = write_pack(tmp_path)
    (folder / "entries/bees" / f"{stem}.toml").write_text(HONEY, encoding="utf-8")
    assert any(f"{stem}.toml: id: " in line for line in complaints(folder)) is not accepted


@pytest.mark.parametrize("since", ["5", "[1]", '["x"]', "{ a = 1 }"])
def test_a_later_finding_of_the_wrong_type_is_reported(tmp_path: Path, since: str) -> None:
    text = f"since = {since}\n" + HONEY[: HONEY.index("[[since]]")]
    assert all(
        line.startswith(f"{HONEY_PATH}:1: since") for line in complaints(write_pack(tmp_path, **{"bees-honey": text}))
    )


def test_an_entry_can_do_without_later_findings_and_more(tmp_path: Path) -> None:
    text = edited(HONEY[: HONEY.index("[[since]]")], f"more = '''{MORE}'''\n", "")
    found = load(write_pack(tmp_path, **{"bees-honey": text})).entries["bees-honey"]
    assert (found.since, found.texts["nl"].more) == ((), None)
