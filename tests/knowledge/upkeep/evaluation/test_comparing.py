"""Two runs side by side."""

import pytest

from knowledge.outcomes import Outcome
from knowledge.upkeep.evaluation.comparing import Change, Moved, compare
from tests.support.evaluation import answered, asked, chatted, offered, refused, result_of, turned

SOURCE = Outcome("source", "en", entry="honey")


@pytest.mark.parametrize(
    ("before", "now", "way"),
    [
        (refused(), answered("honey"), "better"),
        (answered("honey"), offered("honey"), "worse"),
        (offered("honey"), offered("sting"), "worse"),
        (refused(), answered("sting"), "worse"),
        (answered("sting"), answered("night"), "other"),
        (refused(), chatted(), "other"),
        (offered("honey", "sting"), offered("sting", "honey"), "other"),
    ],
)
def test_a_question_of_the_base_changes_for_better_or_worse(before: Outcome, now: Outcome, way: str) -> None:
    [change] = compare(result_of([asked(before, "honey")]), result_of([asked(now, "honey")])).changes
    assert change.way == way


@pytest.mark.parametrize(
    ("before", "now", "way"),
    [
        (answered("honey"), refused(), "better"),
        (answered("honey"), offered("honey"), "better"),
        (refused(), offered("honey"), "worse"),
        (chatted(), refused(), "other"),
    ],
)
def test_for_what_the_base_cannot_answer_refusing_is_best(before: Outcome, now: Outcome, way: str) -> None:
    [change] = compare(result_of([asked(before)]), result_of([asked(now)])).changes
    assert change.way == way


def test_changes_tell_how_it_was_and_is_worse_ones_first() -> None:
    before = [asked(refused(), "honey", text="a"), asked(answered("honey"), "honey", text="b")]
    now = [asked(answered("honey"), "honey", text="a"), asked(offered("sting", "night"), "honey", text="b")]
    assert compare(result_of(before), result_of(now)).changes == (
        Change("worse", "eval/en", "b", "answer honey", "clarify sting night"),
        Change("better", "eval/en", "a", "fallback", "answer honey"),
    )


def test_turns_change_too() -> None:
    before = [turned(SOURCE, "source", "honey"), turned(refused(), "answer", "honey", turn=2)]
    now = [turned(answered("sting"), "source", "honey"), turned(answered("honey"), "answer", "honey", turn=2)]
    found = compare(result_of([], before), result_of([], now)).changes
    assert [(change.way, change.before, change.now) for change in found] == [
        ("worse", "source honey", "answer sting"),
        ("better", "fallback", "answer honey"),
    ]


def test_what_only_one_run_asked_is_counted_and_a_moved_line_is_the_same_question() -> None:
    before = [asked(refused(), "honey", text="a"), asked(refused(), "honey", text="b")]
    now = [asked(refused(), "honey", text=text, line=9) for text in ("b", "c", "d")]
    found = compare(result_of(before), result_of(now))
    assert (found.added, found.gone, found.changes) == (2, 1, ())


def test_a_question_that_stands_in_a_set_twice_is_two() -> None:
    before, now = [asked(refused(), "honey")] * 2, [asked(refused(), "honey"), asked(answered("honey"), "honey")]
    found = compare(result_of(before), result_of(now))
    assert (found.added, found.gone, len(found.changes)) == (0, 0, 1)


def test_measures_of_both_runs_are_set_side_by_side() -> None:
    before = [asked(refused(), "honey"), asked(answered("honey", sure=0.8))]
    now = [asked(answered("honey"), "honey"), asked(refused()), asked(refused(), "honey", lang="nl")]
    moved = {found.measure: found for found in compare(result_of(before), result_of(now)).moved}
    assert moved["all all: right_first"] == Moved("all all: right_first", 0.0, 0.5)
    assert moved["language en: right_first"].by == 1.0
    assert moved["near en: answered"].by == -1.0
    assert moved["calibration everything asked: error"].by == pytest.approx(0.1 - 0.8)
    assert not {name for name in moved if name.startswith("language nl")}


def test_a_run_is_the_same_as_itself() -> None:
    result = result_of([asked(refused(), "honey")], [turned(refused(), "fallback")])
    found = compare(result, result)
    assert (found.changes, found.added, found.gone) == ((), 0, 0)
    assert {one.by for one in found.moved} == {0}
    assert {"turns fallback: right", "dialogues: whole", "ms: p50", "ms: p99"} < {one.measure for one in found.moved}
