"""Fitted models on disk that are damaged: never trusted, never in the way."""

import gc
import io
import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.library import Library
from knowledge.matching.cache import fitted, stored
from knowledge.matching.model import Model
from tests.support.models import Gives, refuses


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


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(
            lambda good: good[: len(good) // 2],
            id="half",
            marks=pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # its own test below
        ),
        pytest.param(lambda good: good[:2000] + bytes([good[2000] ^ 255]) + good[2001:], id="one byte"),
        pytest.param(lambda _: b"no arrays at all", id="another kind"),
        pytest.param(lambda _: npz(np.arange(3)), id="arrays missing"),
        pytest.param(lambda _: npz(np.array([object()])), id="objects"),
        pytest.param(
            lambda _: b"",
            id="empty",
            marks=pytest.mark.xfail(
                strict=True, raises=EOFError, reason="cache.py: np.load raises EOFError on an empty file"
            ),
        ),
        pytest.param(
            lambda _: npy(),
            id="one array",
            marks=pytest.mark.xfail(
                strict=True, raises=TypeError, reason="cache.py: np.load gives an array, not an archive"
            ),
        ),
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


@pytest.mark.xfail(
    strict=True, reason="cache.py: np.load(path) leaves a file open that is no archive; np.load(file) would not"
)
def test_a_damaged_file_is_closed_again(small_library: Library, small_model: Model, tmp_path: Path) -> None:
    fitted(small_library, tmp_path, Gives(small_model))
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:5000])
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        stored(small_library, tmp_path)
        gc.collect()
    assert [warning.category for warning in warned] == []
