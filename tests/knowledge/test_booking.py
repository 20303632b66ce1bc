"""When the next message may go out."""

from bisect import bisect_left

from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.booking import PAUSE, Rule, book

ALL, CHAT = Rule(3, 1.0), Rule(2, 5.0)


def test_what_is_within_the_limit_goes_at_once_and_what_is_not_at_the_first_moment() -> None:
    booked: dict[str, list[float]] = {}
    assert [book(booked, {"all": ALL}, 100.0) for _ in range(4)] == [100.0, 100.0, 100.0, 101.0]
    assert book(booked, {"all": ALL}, 102.5) == 102.5


def test_who_waits_for_a_limit_of_their_own_holds_up_nobody_else() -> None:
    booked: dict[str, list[float]] = {}
    slow = [book(booked, {"all": ALL, "slow": CHAT}, 100.0) for _ in range(4)]
    assert slow == [100.0, 100.0, 105.0, 105.0]
    assert [book(booked, {"all": ALL, "other": CHAT}, 100.0) for _ in range(2)] == [100.0, 101.0]


def test_in_a_pause_nothing_goes() -> None:
    booked = {PAUSE: [130.0]}
    assert book(booked, {"all": ALL}, 100.0) == 130.0
    assert book(booked, {"all": ALL}, 131.0) == 131.0


def test_what_is_over_is_forgotten() -> None:
    booked: dict[str, list[float]] = {}
    for second in range(100):
        book(booked, {"all": ALL, "chat": CHAT}, 100.0 + 10 * second)
    assert booked == {"all": [1090.0], "chat": [1090.0]}


@given(st.lists(st.tuples(st.floats(0, 2), st.sampled_from("abc")), max_size=80))
@example([(0.0, "a")] * 3)
def test_no_stretch_of_time_ever_has_too_many(coming: list[tuple[float, str]]) -> None:
    booked: dict[str, list[float]] = {}
    now, sent = 0.0, dict[str, list[float]](all=[], a=[], b=[], c=[])
    for pause, chat in coming:
        now += pause
        at = book(booked, {"all": ALL, chat: CHAT}, now)
        assert at >= now
        sent["all"].append(at)
        sent[chat].append(at)
    for name, moments in sent.items():
        rule, ordered = ALL if name == "all" else CHAT, sorted(moments)
        for place, moment in enumerate(ordered):
            assert bisect_left(ordered, moment + rule.seconds - 0.001) - place <= rule.most
