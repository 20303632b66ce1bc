"""Every rule for the content of a pack, all broken ones at once."""

import datetime as dt
import json
from pathlib import Path

import pytest

from knowledge.loader import load
from knowledge.matching.cache import fitted
from knowledge.matching.model import Model
from knowledge.matching.training import fit
from knowledge.upkeep.lint import REVIEW_AFTER_DAYS, AtHand, Report, lint
from tests.support.broken_packs import HONEY_PATH, honey
from tests.support.evaluation import labelled, unanswerable, write_set
from tests.support.extras import write_rich_pack
from tests.support.packs import write_pack
from tests.support.upkeep import well_phrased

REVIEWED = dt.date(2026, 1, 31)
SEVEN = "one two three four five six seven"


@pytest.fixture
def at_hand(tmp_path: Path) -> AtHand:
    """Where nothing to compare with is, yet."""
    return AtHand(tmp_path / "essay.md", tmp_path / "exams", tmp_path / "models")


def with_everything(at_hand: AtHand) -> AtHand:
    """Put an essay and an exam there."""
    at_hand.essay.write_text(SEVEN, encoding="utf-8")
    at_hand.exams.mkdir()
    (at_hand.exams / "en.jsonl").write_text(json.dumps({"text": "tell me of honey sweet"}) + "\n", encoding="utf-8")
    return at_hand


def test_what_cannot_be_checked_is_said(tmp_path: Path, at_hand: AtHand) -> None:
    report = lint(well_phrased(write_pack(tmp_path / "pack")), at_hand, REVIEWED)
    assert (report.errors, report.warnings) == ((), ())
    assert [line.split(":")[0] for line in report.unchecked] == ["copied runs", "exam questions", "lost questions"]


def test_a_good_pack_with_everything_at_hand_is_checked_in_full(
    tmp_path: Path, at_hand: AtHand, small_model: Model
) -> None:
    folder = well_phrased(write_pack(tmp_path / "pack"))
    fitted(load(folder), at_hand.models, lambda _: small_model)
    at_hand.essay.write_text(SEVEN, encoding="utf-8")
    at_hand.exams.mkdir()
    assert lint(folder, at_hand, REVIEWED) == Report((), (), ())


def test_problems_of_every_kind_are_reported_at_once(tmp_path: Path, at_hand: AtHand) -> None:
    replaced = honey("Simple: honey.", f"h\u043eney {SEVEN}") | {"pack": ""}
    report = lint(write_pack(tmp_path / "pack", **replaced), with_everything(at_hand), REVIEWED)
    assert [str(error) for error in report.errors] == [
        f"{HONEY_PATH}:17: en.simple: 'h\u043eney' mixes CYRILLIC and LATIN letters",
        f"{HONEY_PATH}:17: en.simple: copied from the essay: {SEVEN!r}",
        f"{HONEY_PATH}:18: en.phrasings.1: is an exam question: 'tell me of honey sweet'",
        "pack.toml: file: can't be read",
    ]
    assert report.unchecked == ("lost questions and review dates: the pack can't be loaded",)


@pytest.mark.parametrize(("days", "stale"), [(0, 0), (-1, 0), (REVIEW_AFTER_DAYS, 0), (REVIEW_AFTER_DAYS + 1, 3)])
def test_an_entry_that_nobody_read_for_a_year_is_a_warning(
    tmp_path: Path, at_hand: AtHand, days: int, stale: int
) -> None:
    report = lint(well_phrased(write_pack(tmp_path / "pack")), at_hand, REVIEWED + dt.timedelta(days))
    assert len(report.warnings) == stale
    assert all(warning.reason == f"is {days} days ago: read it again" for warning in report.warnings)


def test_a_stale_entry_is_named_with_the_line_of_its_date(tmp_path: Path, at_hand: AtHand) -> None:
    report = lint(well_phrased(write_pack(tmp_path / "pack")), at_hand, dt.date(2030, 1, 1))
    assert {warning.line for warning in report.warnings} == {2}


def test_few_phrasings_are_a_warning_at_their_line(tmp_path: Path, at_hand: AtHand) -> None:
    report = lint(write_pack(tmp_path / "pack"), at_hand, REVIEWED)
    assert report.errors == ()
    assert len(report.warnings) == 6
    assert str(report.warnings[0]) == f"{HONEY_PATH}:12: nl.phrasings: are 14; from 25 on people are understood well"


@pytest.mark.parametrize("contents", [b"\xff\n", b"{\n"])
def test_an_exam_that_cannot_be_read_is_said(tmp_path: Path, at_hand: AtHand, contents: bytes) -> None:
    at_hand.exams.mkdir()
    (at_hand.exams / "en.jsonl").write_bytes(contents)
    report = lint(write_pack(tmp_path / "pack"), at_hand, REVIEWED)
    assert report.errors == ()
    assert report.unchecked[1].startswith(f"exam questions: {at_hand.exams} can't be read (")


def test_a_question_that_another_entry_wins_is_an_error(tmp_path: Path, at_hand: AtHand) -> None:
    folder = write_pack(tmp_path / "pack", **honey("What is it with honey <& more>?", "What about stings hurt?"))
    fitted(load(folder), at_hand.models, fit)
    assert [str(error) for error in lint(folder, at_hand, REVIEWED).errors] == [
        "entries/bees/bees-honey.toml: en.question: is won by 'bees-sting': set their phrasings apart"
    ]


def test_a_model_of_other_content_is_not_asked(tmp_path: Path, at_hand: AtHand, small_model: Model) -> None:
    fitted(load(write_pack(tmp_path / "before")), at_hand.models, lambda _: small_model)
    report = lint(write_rich_pack(tmp_path / "after"), at_hand, REVIEWED)
    assert report.unchecked[-1] == "lost questions: no model of this content is fitted yet; `nuancebot ask` fits one"


def test_what_the_packs_own_sets_ask_must_not_be_learned(tmp_path: Path, at_hand: AtHand) -> None:
    folder = well_phrased(write_pack(tmp_path / "pack"))
    write_set(folder / "evaluation", "oos", unanswerable("recipe for soup", "far"), labelled("how so", "bees-wax"))
    assert [str(error) for error in lint(folder, at_hand, REVIEWED).errors] == [
        "evaluation/oos.jsonl:2: accept: no entry 'bees-wax'",
        "outofscope.en.toml:3: far.2: is asked in evaluation/oos.jsonl:1; keep one of the two: 'recipe for soup'",
    ]


def test_an_empty_folder_is_named_by_the_pages_it_lacks(tmp_path: Path, at_hand: AtHand) -> None:
    (tmp_path / "pack").mkdir()
    report = lint(tmp_path / "pack", with_everything(at_hand), REVIEWED)
    assert "pack.toml: file: can't be read" in map(str, report.errors)
    assert report.warnings == ()


def test_a_folder_that_is_not_there_is_one_error(tmp_path: Path, at_hand: AtHand) -> None:
    report = lint(tmp_path / "pack", with_everything(at_hand), REVIEWED)
    assert [problem.path for problem in report.errors] == [str(tmp_path / "pack")]
    assert report.warnings == ()
