"""Models of a pack with changes on top."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.library import Library
from knowledge.matching.cache import stored
from knowledge.matching.refitting import FILES, model_of
from knowledge.matching.training import fit
from knowledge.overlay import overlay
from tests.support.changes import HONEY, WAX


def test_what_is_changed_is_learned_and_what_signals_weigh_stays(small_library: Library, tmp_path: Path) -> None:
    before = model_of(small_library, small_library, tmp_path)
    changed = overlay(small_library, [HONEY, WAX]).library
    after = model_of(small_library, changed, tmp_path)
    assert after.reader.ranker.weights.tolist() == before.reader.ranker.weights.tolist()
    assert np.array_equal(after.decision.weights, before.decision.weights)
    assert "bees-wax" in after.reader.labels
    reading = after.reader.read(HONEY.text or "")
    assert after.reader.labels[int(np.argmax(reading.total))] == "bees-honey"


def test_the_files_are_learned_once_for_any_number_of_changes(
    small_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[str] = []

    def noting(library: Library) -> object:
        learned.append(library.digest)
        return fit(library)

    monkeypatch.setattr("knowledge.matching.refitting.fit", noting)
    for changes in ([HONEY], [HONEY, WAX], [WAX], [HONEY]):
        model_of(small_library, overlay(small_library, changes).library, tmp_path)
    assert learned == [small_library.digest]
    assert stored(small_library, tmp_path / FILES)
    assert stored(overlay(small_library, [HONEY]).library, tmp_path)
