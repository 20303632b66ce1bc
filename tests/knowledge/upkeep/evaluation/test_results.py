"""A run as one value, kept as JSON and read again."""

import json
from pathlib import Path

import pytest

from knowledge.upkeep.evaluation.results import BadResultError, Result, Speed, as_json, read_result, summarise
from tests.support.evaluation import HOSTILE, answered, asked, refused, result_of, turned

ROWS = (asked(answered("honey"), "honey", text=HOSTILE + "\ud83d"), asked(refused(), text="é社"))


def kept(folder: Path, text: str) -> Path:
    file = folder / "result.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_result_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    result = result_of(ROWS, [turned(answered("honey"), "answer", "honey")])
    assert read_result(kept(tmp_path, as_json(result))) == result


def test_what_is_kept_has_a_row_per_question_and_what_goes_with_it(tmp_path: Path) -> None:
    written = json.loads(as_json(result_of(ROWS), comparison={"added": 1}))
    assert [(row["act"], row["entry"], row["accept"]) for row in written["questions"]] == [
        ("answer", "honey", ["honey"]),
        ("fallback", None, []),
    ]
    assert written["questions"][0]["text"] == HOSTILE + "\ud83d"
    assert written["comparison"] == {"added": 1}
    assert written["made"] == "2026-01-31T12:00:00Z"
    assert read_result(kept(tmp_path, json.dumps(written))).questions == ROWS


def test_speed_is_the_median_and_what_nearly_all_stay_below() -> None:
    rows = [asked(refused(), ms=float(ms)) for ms in range(1, 101)]
    assert summarise(rows, []).speed == Speed(100, 50.5, 99.01)
    assert summarise([], [turned(refused(), "fallback")]).speed == Speed(1, 1.0, 1.0)
    assert summarise([], []).speed == Speed(0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "is not JSON: "),
        ("[]", "is no result of `kb evaluate`: file: "),
        ("{}", "is no result of `kb evaluate`: made: "),
        ("[" * 100_000, "is not JSON: "),
    ],
    ids=range(4),
)
def test_a_file_that_holds_no_result_is_named_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    file = kept(tmp_path, text)
    with pytest.raises(BadResultError) as caught:
        read_result(file)
    assert str(caught.value).startswith(f"{file}: {reason}")
    assert "\n" not in str(caught.value)


def test_a_result_of_another_format_is_not_taken_for_one(tmp_path: Path) -> None:
    text = as_json(result_of(ROWS)).replace('"format": 1', '"format": 2')
    with pytest.raises(BadResultError, match="format"):
        read_result(kept(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadResultError, match=r"none.json: can't be read \(No such file"):
        read_result(tmp_path / "none.json")


def test_a_result_is_a_value() -> None:
    assert result_of(ROWS) == result_of(ROWS)
    assert isinstance(result_of([]), Result)
