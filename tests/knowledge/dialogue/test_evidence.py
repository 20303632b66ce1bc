"""What speaks for each thing that a message may mean."""

import numpy as np
import pytest

from bot.app import Knowledge
from knowledge.dialogue.evidence import COLUMNS, Evidence, Reread, log_odds, usual_lead
from knowledge.dialogue.followups import read_followups
from knowledge.matching.decision import Judgement
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue


def test_the_unit_of_scores_is_the_lead_of_a_right_answer(small_knowledge: Knowledge, small_model: Model) -> None:
    assert usual_lead(small_knowledge.library, small_model) > 0.3


@pytest.mark.parametrize(("probability", "odds"), [(0.5, 0), (1.0, 6), (0.0, -6), (0.75, np.log(3))])
def test_odds_have_bounds(probability: float, odds: float) -> None:
    assert log_odds(probability) == pytest.approx(odds)


def test_each_label_and_the_act_have_a_row(small_knowledge: Knowledge, small_model: Model) -> None:
    dialogue = Dialogue("en", entry="bees-honey", said="answer")
    heard = read_followups().hear("ok, and the owls? source please", dialogue)
    reading = small_model.reader.read("and the owls")
    rows = Evidence(small_knowledge.library, small_model).of(
        heard, Reread(reading, reading, Judgement(0.5, 0.5)), dialogue
    )
    found = {name: rows[:, place] for place, name in enumerate(COLUMNS)}
    assert len(rows) == len(small_model.reader.labels) + 1
    assert found["next"].tolist()[:3] == [0, 1, 0]
    assert found["contrast, begun as a continuation"].tolist()[:3] == [0, 1, 0]
    assert found["same"].tolist()[:3] == [1, 0, 0]
    assert found["small talk"].tolist() == [0, 0, 0, *[1] * (len(rows) - 5), 0, 0]
    assert found["small talk after a courtesy"].tolist() == found["small talk"].tolist()
    assert found["not ours"].tolist()[-2:] == [1, 0]
    assert found["act, by its likeness"].tolist()[-1] == 1
    assert not found["with the last question"].any()
