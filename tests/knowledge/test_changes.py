"""The log of changes, and what of it is in force."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.changes import Change, in_force, undoing
from tests.support.changes import HONEY, PRICE, STING, logged, undo


def test_what_is_undone_is_not_in_force() -> None:
    assert in_force(logged(HONEY, STING, PRICE)) == (HONEY, STING, PRICE)
    assert in_force(logged(HONEY, STING, undo(1))) == (STING,)


def test_an_undo_that_is_undone_undoes_nothing() -> None:
    assert in_force(logged(HONEY, undo(1), undo(2))) == (HONEY,)
    assert in_force(logged(HONEY, undo(1), undo(2), undo(3))) == ()


def test_going_back_undoes_what_came_later_the_latest_first() -> None:
    assert undoing(logged(HONEY, STING, PRICE), after=1) == (undo(3), undo(2))
    assert undoing(logged(HONEY), after=1) == ()


@given(st.data())
def test_after_going_back_all_is_as_it_was(data: st.DataObject) -> None:
    changes: list[Change] = []
    for number in range(data.draw(st.integers(1, 12))):
        earlier = [undo(target) for target in range(1, number + 1)]
        changes.append(data.draw(st.sampled_from([Change("phrasing", "en", str(number), "a"), *earlier])))
    revision = data.draw(st.integers(0, len(changes)))
    back = undoing(logged(*changes), after=revision)
    assert in_force(logged(*changes, *back)) == in_force(logged(*changes[:revision]))
