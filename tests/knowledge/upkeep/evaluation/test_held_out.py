"""Each phrasing predicted by a model that has not learned from it."""

from collections import Counter

import pytest

from knowledge.library import Library
from knowledge.matching.model import Model
from knowledge.matching.training import fit
from knowledge.upkeep.evaluation import held_out
from knowledge.upkeep.evaluation.held_out import HeldOut, predict_held_out


@pytest.fixture(scope="module")
def predictions(small_library: Library) -> list[HeldOut]:
    """The phrasings of the small pack, in two folds."""
    return predict_held_out(small_library, 2)


def test_every_phrasing_is_predicted_once(small_library: Library, predictions: list[HeldOut]) -> None:
    expected = [
        (entry.id, language, phrasing)
        for entry in small_library.entries.values()
        for language, text in entry.texts.items()
        for phrasing in text.phrasings
    ]
    assert Counter((row.expected, row.language, row.text) for row in predictions) == Counter(expected)


def test_entries_that_differ_in_their_words_predict_their_own(predictions: list[HeldOut]) -> None:
    hits = sum(row.ranked[0] == row.expected for row in predictions)
    assert hits / len(predictions) > 0.9
    assert {len(row.ranked) for row in predictions} == {3}


def test_no_model_learns_from_what_it_predicts(monkeypatch: pytest.MonkeyPatch, small_library: Library) -> None:
    learned: list[set[str]] = []

    def noting(library: Library) -> Model:
        texts = [text for entry in library.entries.values() for text in entry.texts.values()]
        learned.append({phrasing for text in texts for phrasing in text.phrasings})
        return fit(library)

    monkeypatch.setattr(held_out, "fit", noting)
    predictions = predict_held_out(small_library, 2)
    everything = {row.text for row in predictions}
    assert len(learned) == 2
    assert learned[0] | learned[1] == everything
    assert all(part < everything for part in learned)
    half = len(predictions) // 2
    assert learned[0].isdisjoint(row.text for row in predictions[:half])
    assert learned[1].isdisjoint(row.text for row in predictions[half:])
