"""How much one person or chat may bring."""

import json
from typing import Any

import pytest

from bot.inbox.limits import CROWDED, GROUP_TIMES, Limits, Verdict, kind_of
from bot.settings import Settings
from knowledge.records.inbox import Waiting


def waiting(kind: str = "message", *, person: int = 1, group: int | None = None) -> Waiting:
    """Make an update of somebody."""
    chat = {"id": group, "type": "supergroup"} if group else {"id": person, "type": "private"}
    content: dict[str, Any] = {"from": {"id": person}}
    if kind == "callback_query":
        content["message"] = {"chat": chat}
    elif kind != "inline_query":
        content["chat"] = chat
    return Waiting(1, group or person, json.dumps({"update_id": 1, kind: content}))


def verdicts(limits: Limits, update: Waiting, count: int, crowd: int = 0) -> list[Verdict]:
    return [limits.judge(update, crowd)[0] for _ in range(count)]


def test_who_brings_too_much_is_told_once_and_then_passed_over() -> None:
    limits = Limits(5)
    assert verdicts(limits, waiting(), 8) == [*[Verdict.ANSWER] * 5, Verdict.TELL, *[Verdict.PASS_OVER] * 2]
    assert verdicts(limits, waiting(person=2), 5) == [Verdict.ANSWER] * 5


@pytest.mark.parametrize("kind", ["callback_query", "inline_query", "edited_message"])
def test_a_storm_of_taps_or_queries_gets_no_message(kind: str) -> None:
    assert verdicts(Limits(2), waiting(kind), 4) == [*[Verdict.ANSWER] * 2, *[Verdict.PASS_OVER] * 2]


def test_a_class_of_thirty_in_a_group_has_room_and_a_flood_has_not() -> None:
    limits = Limits(60)
    crowd = [limits.judge(waiting(person=number % 30 + 1, group=-5), 0)[0] for number in range(60 * GROUP_TIMES + 1)]
    assert crowd == [*[Verdict.ANSWER] * 60 * GROUP_TIMES, Verdict.PASS_OVER]
    assert limits.judge(waiting(person=99, group=-6), 0)[0] is Verdict.ANSWER


def test_a_class_that_brings_too_much_is_told_each_once_and_others_go_on() -> None:
    limits = Limits(60, most_of_class=70)
    crowd = [limits.judge(waiting(person=number % 35 + 1), 0, school_class=7) for number in range(140)]
    assert crowd[:70] == [(Verdict.ANSWER, "")] * 70
    assert crowd[70:105] == [(Verdict.TELL, "class")] * 35
    assert crowd[105:] == [(Verdict.PASS_OVER, "class")] * 35
    assert limits.judge(waiting("callback_query", person=1), 0, school_class=7) == (Verdict.PASS_OVER, "class")
    assert limits.judge(waiting(person=99), 0, school_class=8) == (Verdict.ANSWER, "")
    assert limits.judge(waiting(person=1), 0) == (Verdict.ANSWER, "")


def test_one_pupil_takes_nothing_of_the_class_beyond_their_own() -> None:
    limits = Limits(5, most_of_class=10)
    for _ in range(50):
        limits.judge(waiting(person=1), 0, school_class=7)
    assert [limits.judge(waiting(person=2), 0, school_class=7)[0] for _ in range(5)] == [Verdict.ANSWER] * 5


def test_a_class_of_35_that_asks_at_once_has_room_by_default() -> None:
    settings = Settings(_env_file=None)
    limits = Limits(settings.nuancebot_most_a_minute, settings.nuancebot_most_a_minute_of_class)
    crowd = {limits.judge(waiting(person=number % 35 + 1), 0, school_class=7)[0] for number in range(35 * 17)}
    assert crowd == {Verdict.ANSWER}


@pytest.mark.parametrize("limits", [Limits(0, most_of_class=1), Limits(60)])
def test_without_a_limit_on_classes_nobody_looks_which_somebody_is_in(limits: Limits) -> None:
    assert not limits.counts_classes
    assert [limits.judge(waiting(), 0, school_class=7)[0] for _ in range(3)] == [Verdict.ANSWER] * 3


@pytest.mark.parametrize(
    ("update", "verdict"),
    [
        (waiting(), Verdict.ANSWER),
        (waiting("callback_query"), Verdict.ANSWER),
        (waiting(group=-5), Verdict.PASS_OVER),
        (waiting("inline_query"), Verdict.PASS_OVER),
        (waiting("my_chat_member", group=-5), Verdict.ANSWER),
    ],
)
def test_in_a_crowd_private_chats_come_first(update: Waiting, verdict: Verdict) -> None:
    assert verdicts(Limits(60), update, 1, CROWDED + 1) == [verdict]
    assert verdicts(Limits(60), update, 1, CROWDED) == [Verdict.ANSWER]


def test_without_a_limit_everything_is_answered() -> None:
    assert verdicts(Limits(0), waiting(group=-5), 500, 10_000) == [Verdict.ANSWER] * 500


@pytest.mark.parametrize("content", ["", "{", "[" * 5000, '{"update_id": 1}', '{"message": 3}'])
def test_what_can_not_be_read_is_left_to_who_tells_so(content: str) -> None:
    assert kind_of(content) == ("none", {})
    assert Limits(5).judge(Waiting(1, 1, content), 0)[0] is Verdict.ANSWER
