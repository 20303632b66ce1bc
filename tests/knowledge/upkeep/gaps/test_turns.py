"""What is worth a look first."""

import numpy as np

from knowledge.upkeep.gaps.turns import in_turn


def alike(pairs: dict[tuple[int, int], float], count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    found = np.eye(count, dtype=np.float32)
    for (one, other), value in pairs.items():
        found[one, other] = found[other, one] = value
    return found


def test_the_most_worth_comes_first_where_nothing_is_alike() -> None:
    assert in_turn([1, 3, 2], alike({}, 3)) == [1, 2, 0]
    assert in_turn([], alike({}, 0)) == []


def test_what_resembles_one_before_it_comes_after_what_is_new() -> None:
    assert in_turn([4, 3, 2], alike({(0, 1): 1.0}, 3)) == [0, 2, 1]


def test_twice_as_much_worth_still_comes_first() -> None:
    assert in_turn([8, 5, 2], alike({(0, 1): 1.0}, 3)) == [0, 1, 2]


def test_what_is_as_unlike_as_can_be_gains_nothing_by_it() -> None:
    assert in_turn([4, 3, 3.5], alike({(0, 1): -1.0}, 3)) == [0, 2, 1]
