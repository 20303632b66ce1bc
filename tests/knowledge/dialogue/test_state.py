"""Where a conversation stands after an outcome."""

import pytest

from knowledge.dialogue.state import KEPT_EARLIER, after, pause, picked
from knowledge.library import Library
from knowledge.outcomes import Dialogue, Outcome, ReadAs

BACK = ReadAs("act", "back")


def answered(entry: str, **more: str) -> Outcome:
    return Outcome("answer", "en", entry=entry, **more)  # type: ignore[arg-type]


def test_answers_make_a_history_and_back_undoes_it(small_library: Library) -> None:
    dialogue = Dialogue("en")
    for entry in ("bees-honey", "bees-sting", "owls-night"):
        dialogue = after(small_library, dialogue, answered(entry))
    assert (dialogue.entry, dialogue.earlier) == ("owls-night", ("bees-honey", "bees-sting"))
    back = after(small_library, dialogue, Outcome("answer", "en", entry="bees-sting", read_as=BACK))
    assert (back.entry, back.earlier) == ("bees-sting", ("bees-honey",))


def test_the_history_is_short_and_has_no_repetition_of_the_last(small_library: Library) -> None:
    dialogue = Dialogue("en")
    for _ in range(KEPT_EARLIER):
        for entry in ("bees-honey", "bees-honey", "bees-sting"):
            dialogue = after(small_library, dialogue, answered(entry))
    assert len(dialogue.earlier) == KEPT_EARLIER
    assert dialogue.earlier[-2:] == ("bees-sting", "bees-honey")


def test_a_pick_remembers_the_list_it_was_picked_from(small_library: Library) -> None:
    asked = after(small_library, Dialogue("en"), Outcome("clarify", "en", options=("bees-honey", "owls-night")), "fly?")
    assert (asked.offered, asked.unclear, asked.said) == (("bees-honey", "owls-night"), "fly?", "clarify")
    assert picked(asked, answered("owls-night"))
    assert not picked(asked, answered("bees-sting"))
    taken = after(small_library, asked, answered("owls-night"))
    assert (taken.offered, taken.listed, taken.unclear) == (("bees-honey",), ("bees-honey", "owls-night"), None)
    assert not picked(taken, answered("bees-honey"))


def test_small_talk_leaves_everything_but_the_language(small_library: Library) -> None:
    asked = Dialogue("nl", entry="bees-honey", offered=("bees-sting",), said="clarify", unclear="fly?", misses=1)
    then = after(small_library, asked, Outcome("smalltalk", "en"))
    assert then == Dialogue("en", entry="bees-honey", offered=("bees-sting",), said="clarify", unclear="fly?", misses=1)


def test_a_kind_question_is_no_question_that_was_not_clear(small_library: Library) -> None:
    asked = after(
        small_library, Dialogue("en"), Outcome("clarify", "en", options=("bees-honey",), note="nothing-yet"), "why"
    )
    assert asked.unclear is None


def test_what_was_rejected_adds_up_until_something_else_is_said(small_library: Library) -> None:
    dialogue = Dialogue("en", entry="bees-honey")
    wrong = ReadAs("correction", "not that")
    dialogue = after(small_library, dialogue, Outcome("answer", "en", entry="bees-sting", read_as=wrong))
    dialogue = after(small_library, dialogue, Outcome("answer", "en", entry="owls-night", read_as=wrong))
    assert dialogue.rejected == ("bees-honey", "bees-sting")
    assert after(small_library, dialogue, answered("bees-honey")).rejected == ()


def test_going_onward_is_an_answer(small_library: Library) -> None:
    onward = Outcome("more", "en", entry="bees-sting", note="onward")
    then = after(small_library, Dialogue("en", entry="bees-honey"), onward)
    assert (then.entry, then.said, then.offered) == ("bees-sting", "answer", ("owls-night",))


@pytest.mark.parametrize("choice", [None, "nl"])
def test_a_pause_leaves_the_language(choice: str | None) -> None:
    long_ago = Dialogue("en", choice, "e", ("a",), ("b",), said="answer", misses=2)  # type: ignore[arg-type]
    assert pause(long_ago) == Dialogue("en", choice)  # type: ignore[arg-type]


def test_runners_up_are_those_of_a_question_not_of_a_pick(small_library: Library) -> None:
    runners = ("bees-sting", "owls-night")
    read = Outcome("answer", "en", entry="bees-honey", options=runners)
    assert after(small_library, Dialogue("en"), read).runners == runners
    pick = Outcome("answer", "en", entry="bees-honey", options=runners, read_as=ReadAs("option", "1 of 2"))
    assert after(small_library, Dialogue("en"), pick).runners == ()


def test_what_else_may_be_meant_can_be_typed_after_the_questions_that_follow(small_library: Library) -> None:
    unsure = Outcome("answer", "en", 0.5, entry="bees-honey", options=("owls-night",))
    following = tuple(step.entry for step in small_library.entries["bees-honey"].next)
    assert after(small_library, Dialogue("en"), unsure).offered == (*following, "owls-night")
