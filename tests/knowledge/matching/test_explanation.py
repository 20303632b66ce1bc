"""Why a question was read as it was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matching.explanation import EXPLAINED, explain
from knowledge.matching.model import Model
from knowledge.matching.ranking import SIGNALS, probabilities


def test_the_candidates_are_the_best_labels_with_their_probabilities(small_model: Model) -> None:
    found = explain(small_model, "tell me of honey comb")
    shares = probabilities(small_model.reader.read("tell me of honey comb").total)
    assert found.candidates[0].label == "bees-honey"
    assert [candidate.probability for candidate in found.candidates] == pytest.approx(sorted(shares)[::-1][:EXPLAINED])


def test_what_each_signal_adds_makes_the_score(small_model: Model) -> None:
    total = np.sort(small_model.reader.read("why stings venom").total)[::-1]
    for score, candidate in zip(total, explain(small_model, "why stings venom").candidates, strict=False):
        assert [*candidate.signals] == [*SIGNALS]
        assert sum(candidate.signals.values()) == pytest.approx(score, abs=0.01 * len(SIGNALS))


def test_mended_words_and_the_lines_are_told(small_model: Model) -> None:
    found = explain(small_model, "honey VENMO")
    assert (found.mended, found.known_share) == (("honey", "venmo", "venom"), 0.5)
    assert (found.answer_from, found.offer_from) == (
        small_model.decision.answer_from,
        small_model.decision.offer_from,
    )
    assert found.judgement == small_model.decision.judge(small_model.reader.read("honey VENMO"))


@given(st.text(st.characters()))
def test_any_question_can_be_explained(small_model: Model, question: str) -> None:
    found = explain(small_model, question)
    assert len(found.candidates) == EXPLAINED
    assert all(np.isfinite([*candidate.signals.values()]).all() for candidate in found.candidates)
