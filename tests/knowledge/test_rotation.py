"""Taking turns without repeating."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.rotation import next_in_turn, not_lately

names = st.lists(st.text("abcdef", min_size=1, max_size=3), unique=True, min_size=1, max_size=8)


@given(names)
def test_none_comes_twice_before_all_came_and_then_it_begins_anew(ids: list[str]) -> None:
    seen: tuple[str, ...] = ()
    for _ in range(2):
        came = []
        for _ in ids:
            name, seen = next_in_turn(ids, seen)
            came.append(name)
        assert sorted(came) == sorted(ids)


@given(names, names)
def test_what_is_gone_is_forgotten_and_what_is_new_gets_its_turn(before: list[str], now: list[str]) -> None:
    name, seen = next_in_turn(now, before)
    assert name in now
    assert {*seen} <= {*now}
    assert seen[-1] == name
    assert {*now} <= {*before} or name not in before


def test_of_nothing_none_is_next() -> None:
    with pytest.raises(ValueError, match="nothing"):
        next_in_turn((), ("a",))


@pytest.mark.parametrize(
    ("seen", "left"),
    [
        ((), ("a", "b", "c")),
        (("b",), ("a", "c")),
        (("b", "gone"), ("a", "c")),
        # All were seen: the latest stands in front, and is not shown again.
        (("c", "a", "b"), ("a", "b")),
        (("c", "c", "a", "c", "b"), ("a", "b")),
    ],
)
def test_what_was_seen_lately_is_left_out(seen: tuple[str, ...], left: tuple[str, ...]) -> None:
    assert not_lately(("a", "b", "c"), seen) == left


@given(names, st.data())
def test_there_is_always_one_to_show(ids: list[str], data: st.DataObject) -> None:
    seen = data.draw(st.lists(st.sampled_from(ids)))
    left = not_lately(ids, seen)
    assert left
    assert {*left} <= {*ids}
    assert len(ids) == 1 or not seen or seen[0] not in left
