"""The beginning of a pack of one's own."""

import datetime as dt
from pathlib import Path

import pytest

from knowledge.loader import load
from knowledge.matching.training import fit
from knowledge.upkeep.beginning import CannotBeginPackError, begin_pack
from knowledge.upkeep.lint import AtHand, lint
from tests.support.broken_packs import edited

TODAY = dt.date(2026, 1, 31)


def test_it_lints_and_says_what_is_to_be_filled_in(tmp_path: Path) -> None:
    pack = begin_pack(tmp_path / "Fox bot", TODAY)
    report = lint(pack, AtHand(tmp_path / "none", tmp_path / "none", tmp_path / "none"), TODAY)
    assert report.errors == ()
    assert sum("is still to be filled in" in problem.reason for problem in report.warnings) == 4
    path = pack / "entries/about/who-wrote-it.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("«", "").replace("»", ""), encoding="utf-8")
    report = lint(pack, AtHand(tmp_path / "none", tmp_path / "none", tmp_path / "none"), TODAY)
    assert sum("is still to be filled in" in problem.reason for problem in report.warnings) == 2


def test_it_answers_and_refuses(tmp_path: Path) -> None:
    library = load(begin_pack(tmp_path / "foxes", TODAY))
    assert {face.name for face in library.pack.faces.values()} == {"foxes"}
    model = fit(library)
    for question, label in (
        ("who was the author", "who-wrote-it"),
        ("vat het samen", "what-it-says"),
        ("hoi", "@greeting"),
    ):
        reading = model.reader.read(question)
        assert model.reader.labels[reading.total.argmax()] == label
    assert (
        model.decision.judge(model.reader.read("hoe lang moet ik aardappels koken")).first < model.decision.answer_from
    )


def test_one_language_will_do(tmp_path: Path) -> None:
    pack = begin_pack(tmp_path / "foxes", TODAY)
    for path in pack.rglob("*.toml"):
        if path.name.endswith(".nl.toml"):
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8").replace('languages = ["nl", "en"]', 'languages = ["en"]')
        if "[nl]" in text:
            text = text[: text.index("[nl]")] + text[text.index("[en]") :]
        path.write_text(text, encoding="utf-8")
    sources = pack / "sources.toml"
    sources.write_text(edited(sources.read_text(encoding="utf-8"), 'nl = "«datum»", ', ""), encoding="utf-8")
    assert load(pack).pack.languages == ("en",)


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for name in ("file", "full"):
        with pytest.raises(CannotBeginPackError, match="is there already"):
            begin_pack(tmp_path / name, TODAY)
    with pytest.raises(CannotBeginPackError, match="can't be written"):
        begin_pack(tmp_path / "file" / "below", TODAY)
    assert load(begin_pack(tmp_path / "empty", TODAY))
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine"]


def test_a_name_with_quotation_marks_is_still_toml(tmp_path: Path) -> None:
    assert load(begin_pack(tmp_path / 'a "fox" bot', TODAY)).pack.faces["en"].name == "a fox bot"
