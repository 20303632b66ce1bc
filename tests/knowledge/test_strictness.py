"""The higher line for company."""

import pytest

from knowledge.outcomes import Act, Outcome
from knowledge.strictness import strictly


@pytest.mark.parametrize(
    ("confidence", "sure_from", "act"),
    [
        (0.69, 0.4, "clarify"),
        (0.7, 0.4, "answer"),
        (1.0, 0.99, "answer"),
        (0.95, 0.95, "clarify"),
        (0.5, 0.0, "answer"),
    ],
)
def test_an_answer_must_lie_half_way_between_the_learned_line_and_certainty(
    confidence: float, sure_from: float, act: Act
) -> None:
    outcome = Outcome("answer", "nl", confidence, entry="a", options=("b", "c", "d"))
    assert strictly(outcome, sure_from).act == act


def test_what_is_not_sure_enough_is_offered_first_of_three() -> None:
    offered = strictly(Outcome("answer", "nl", 0.5, entry="a", options=("b", "c", "d")), 0.5)
    assert offered == Outcome("clarify", "nl", 0.5, options=("a", "b", "c"))


@pytest.mark.parametrize("act", ["clarify", "source", "simplify", "more", "smalltalk", "fallback"])
def test_everything_else_passes(act: Act) -> None:
    outcome = Outcome(act, "en", 0.1, options=("a",))
    assert strictly(outcome, 0.9) is outcome
