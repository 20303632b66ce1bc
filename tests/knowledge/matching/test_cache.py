"""Fitted models on disk: kept, found again and replaced; what is damaged is never trusted and never in the way."""

import gc
import io
import logging
import shutil
import warnings
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.library import Library
from knowledge.loader import load
from knowledge.matching import cache
from knowledge.matching.cache import fitted, stored
from knowledge.matching.model import Model
from knowledge.matching.ranking import SIGNALS
from knowledge.matching.training import fit
from tests.support.broken_packs import honey
from tests.support.extras import write_rich_pack
from tests.support.models import Gives, refuses
from tests.support.packs import write_pack

QUESTIONS = ("tell me of honey comb", "vertel van nachtvluchten", "stigns venmo", "社会信用", "", "capital of peru")


def npy() -> bytes:
    """Give a file of one array, which numpy opens in another way than a file of many."""
    file = io.BytesIO()
    np.save(file, np.arange(3))
    return file.getvalue()


def npz(labels: NDArray[Any]) -> bytes:
    """Give a file of arrays that lacks all but one."""
    file = io.BytesIO()
    np.savez(file, labels=labels)
    return file.getvalue()


def test_a_model_comes_back_with_the_same_scores(small_library: Library, small_model: Model, tmp_path: Path) -> None:
    assert stored(small_library, tmp_path) is None
    assert fitted(small_library, tmp_path, Gives(small_model)) is small_model
    found = fitted(small_library, tmp_path, refuses)
    assert found.reader.labels == small_model.reader.labels
    for question in QUESTIONS:
        before, after = small_model.reader.read(question), found.reader.read(question)
        assert np.array_equal(before.total, after.total)
        assert np.array_equal(before.signals, after.signals)
        assert np.array_equal(before.languages, after.languages)
        assert (before.familiar, before.known_share) == (after.familiar, after.known_share)
        assert small_model.decision.judge(before) == found.decision.judge(after)
    assert (found.decision.answer_from, found.decision.offer_from) == (
        small_model.decision.answer_from,
        small_model.decision.offer_from,
    )


def test_a_folder_that_cannot_be_written_only_warns(
    small_library: Library,
    small_model: Model,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert fitted(small_library, tmp_path / "cache", Gives(small_model)) is small_model
    assert "can't be kept" in caplog.text
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "in the way"


def test_changed_content_gives_another_file_and_removes_the_old_one(
    small_library: Library, small_model: Model, tmp_path: Path
) -> None:
    (tmp_path / "model-of-nobody.part.npz").touch()
    (tmp_path / "notes.txt").touch()
    fitted(small_library, tmp_path, Gives(small_model))
    [old] = tmp_path.glob("*.npz")
    changed = load(write_pack(tmp_path / "pack", **honey("Simple: honey.", "Simple: sweet.")))
    fitted(changed, tmp_path, Gives(small_model))
    [new] = tmp_path.glob("*.npz")
    assert changed.digest in new.name
    assert new != old
    assert (tmp_path / "notes.txt").exists()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda good: good[: len(good) // 2], id="half"),
        pytest.param(lambda good: good[:2000] + bytes([good[2000] ^ 255]) + good[2001:], id="one byte"),
        pytest.param(lambda _: b"no arrays at all", id="another kind"),
        pytest.param(lambda _: npz(np.arange(3)), id="arrays missing"),
        pytest.param(lambda _: npz(np.array([object()])), id="objects"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: npy(), id="one array"),
    ],
)
def test_a_damaged_file_is_said_and_refitted(
    small_library: Library,
    small_model: Model,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    damage: Callable[[bytes], bytes],
) -> None:
    fitted(small_library, tmp_path, Gives(small_model))
    [file] = tmp_path.iterdir()
    good = file.read_bytes()
    file.write_bytes(damage(good))
    fitted(small_library, tmp_path, Gives(small_model))
    assert ["can't be read" in record.message for record in caplog.records if record.levelno == logging.WARNING] == [
        True
    ]
    assert fitted(small_library, tmp_path, refuses).reader.labels
    assert [found.name for found in tmp_path.iterdir()] == [file.name]


def test_a_damaged_file_is_closed_again(small_library: Library, small_model: Model, tmp_path: Path) -> None:
    fitted(small_library, tmp_path, Gives(small_model))
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:5000])
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        stored(small_library, tmp_path)
        gc.collect()
    assert [warning.category for warning in warned] == []


def test_a_model_of_a_pack_with_a_lexicon_comes_back_with_its_concepts(tmp_path: Path) -> None:
    library = load(write_rich_pack(tmp_path / "pack"))
    before = fitted(library, tmp_path / "models", fit)
    after = fitted(library, tmp_path / "models", refuses)
    for question in ("zoete goud", "sweet gold", *QUESTIONS):
        assert np.array_equal(before.reader.read(question).signals, after.reader.read(question).signals)
    assert after.reader.read("zoete goud").signals[SIGNALS.index("concepts")].any()


@pytest.mark.parametrize("changed", ["matching/wordvectors.npz", "matching/odds.py", "text.py"])
def test_a_model_of_other_code_or_other_word_vectors_is_not_ours(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = shutil.ignore_patterns("packs", "records", "upkeep", "__pycache__")
    package = shutil.copytree(Path(cache.__file__).parents[1], tmp_path / "knowledge", ignore=kept)
    monkeypatch.setattr(resources, "files", lambda _: package)
    before = cache._code_digest()
    with (package / changed).open("ab") as file:
        file.write(b"\n")
    assert cache._code_digest() != before
