"""Weighing evidence."""

import numpy as np
import pytest

from knowledge.dialogue.evidence import COLUMNS
from knowledge.dialogue.weighing import ANSWER_FROM, OFFER_FROM, WEIGHTS, weigh


def rows(*told: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(name, 0.0) for name in COLUMNS] for row in told], dtype=np.float32)


def test_every_kind_of_evidence_has_a_weight_and_no_other() -> None:
    assert set(WEIGHTS) == set(COLUMNS)
    assert 0 < ANSWER_FROM < 1
    assert 0 < OFFER_FROM < 1


def test_what_fits_better_is_likelier() -> None:
    chances = weigh(rows({"alone": 3}, {"alone": 1}, {"alone": 1, "next": 1}))
    assert chances.sum() == pytest.approx(1)
    assert chances[0] > chances[2] > chances[1]


def test_a_clear_question_outweighs_where_the_last_answer_leads() -> None:
    chances = weigh(rows({"alone": 7}, {"alone": 2, "next": 1, "topic": 1, "distinction": 1}))
    assert chances[0] > chances[1]


def test_what_is_impossible_gets_no_chance() -> None:
    assert weigh(rows({"alone": 9}, {}), impossible=[0]).tolist() == [0, 1]
