"""What was missed, as values."""

from typing import get_args

from knowledge.misses import MissKind
from tests.support.misses import miss


def test_a_miss_keeps_what_it_is_made_of() -> None:
    assert {miss("a", kind=kind).kind for kind in get_args(MissKind)} == {*get_args(MissKind)}
