"""Keeping on disk what was learned."""

import logging
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge.shelf import NO_SHELF, Arrays, Shelf, packed, unpacked


def learner(made: list[int]) -> Callable[[], Arrays]:
    """Make what learns, and notes each time that it has to."""

    def learn() -> Arrays:
        made.append(1)
        return {"numbers": np.arange(3), "words": packed(["één", "two"])}

    return learn


def test_the_same_is_learned_once(tmp_path: Path) -> None:
    made: list[int] = []
    for _ in range(2):
        arrays = Shelf(tmp_path / "new").get("talk", ["a", "b"], learner(made))
        assert arrays["numbers"].tolist() == [0, 1, 2]
        assert unpacked(arrays["words"]) == ["één", "two"]
    assert len(made) == 1


def test_another_text_takes_the_place_of_the_old(tmp_path: Path) -> None:
    made: list[int] = []
    for texts in (["a", "b"], ["ab"], ["a", "b"]):
        Shelf(tmp_path).get("talk", texts, learner(made))
    assert len(made) == 3
    assert len(list(tmp_path.iterdir())) == 1


def test_without_a_folder_nothing_is_kept() -> None:
    made: list[int] = []
    for _ in range(2):
        NO_SHELF.get("talk", ["a"], learner(made))
    assert len(made) == 2


@pytest.mark.parametrize("harm", [b"", b"PK nonsense", bytes(range(256))])
def test_a_broken_file_is_learned_anew(tmp_path: Path, harm: bytes, caplog: pytest.LogCaptureFixture) -> None:
    made: list[int] = []
    shelf = Shelf(tmp_path)
    shelf.get("talk", ["a"], learner(made))
    next(tmp_path.iterdir()).write_bytes(harm)
    with caplog.at_level(logging.WARNING):
        shelf.get("talk", ["a"], learner(made))
    shelf.get("talk", ["a"], learner(made))
    assert len(made) == 2
    assert "can't be read" in caplog.text


def test_where_nothing_can_be_kept_answers_go_on(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    made: list[int] = []
    with caplog.at_level(logging.WARNING):
        assert Shelf(tmp_path / "file").get("talk", ["a"], learner(made))["numbers"].tolist() == [0, 1, 2]
    assert "can't be" in caplog.text


def test_no_texts_are_packed_too() -> None:
    assert unpacked(packed([])) == []
