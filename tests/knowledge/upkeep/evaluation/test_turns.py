"""Conversations, counted act by act."""

from knowledge.outcomes import Outcome
from knowledge.upkeep.evaluation.turns import ActMeasures, Conversations, Stuck, measure_turns
from tests.support.evaluation import answered, chatted, offered, refused, turned

SOURCE = Outcome("source", "en", entry="honey")


def test_turns_are_measured_by_what_was_expected() -> None:
    turns = [
        turned(answered("honey"), "answer", "honey"),
        turned(answered("sting"), "answer", "honey", turn=2),
        turned(offered("honey"), "answer", "honey", turn=3),
        turned(refused(), "answer", "honey", turn=4),
        turned(SOURCE, "source", "sting", turn=5),
        turned(chatted(), "smalltalk", dialogue="d2"),
    ]
    assert measure_turns(turns) == Conversations(
        n=2,
        whole=1,
        acts=(
            ActMeasures("answer", 4, act_right=0.5, entry_right=0.5, right=0.25),
            ActMeasures("smalltalk", 1, act_right=1.0, entry_right=None, right=1.0),
            ActMeasures("source", 1, act_right=1.0, entry_right=0.0, right=0.0),
            ActMeasures("all", 6, act_right=4 / 6, entry_right=2 / 5, right=2 / 6),
        ),
        stuck=(),
    )


def test_the_same_wrong_answer_twice_in_a_conversation_is_named() -> None:
    turns = [
        turned(answered("sting"), "answer", "honey"),
        turned(answered("night"), "answer", "honey", turn=2),
        turned(answered("sting"), "fallback", turn=3),
        turned(answered("night"), "answer", "honey", dialogue="d2"),
        turned(answered("honey"), "answer", "honey", dialogue="d2", turn=2),
        turned(answered("honey"), "answer", "honey", dialogue="d2", turn=3),
        turned(refused(), "answer", "honey", dialogue="d3"),
        turned(refused(), "answer", "honey", dialogue="d3", turn=2),
    ]
    assert measure_turns(turns).stuck == (Stuck("eval/dialogues", "d1", "sting"),)


def test_no_conversations() -> None:
    assert measure_turns([]) == Conversations(0, 0, (), ())
