"""No number about fewer than five pupils, and none from which one could be worked out."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.classes import FEWEST_SHOWN
from knowledge.reports.suppression import Figure, Whole, enough, heads, hidden, shown, shown_apart
from tests.support.reports import atoms

people = st.lists(st.sampled_from([f"p{number}" for number in range(12)]), max_size=14).map(tuple)


def joined(parts: list[Whole], others: tuple[str, ...]) -> Whole:
    """Make a whole of parts, named by their places, and of messages that are in none."""
    named = tuple(Whole(str(place), part.people, part.parts) for place, part in enumerate(parts))
    return Whole("whole", (*(person for part in named for person in part.people), *others), named)


wholes = st.recursive(
    st.builds(Whole, st.just("leaf"), people),
    lambda inner: st.builds(joined, st.lists(inner, max_size=5), people),
    max_leaves=12,
)


def numbers(whole: Whole, figure: Figure) -> Iterator[tuple[int, list[str]]]:
    """Yield each shown number with who wrote the messages that it counts."""
    if figure.count is not None:
        yield figure.count, list(whole.people)
    for part, shown_part in zip(whole.parts, figure.parts, strict=True):
        yield from numbers(part, shown_part)


@given(wholes)
def test_every_piece_that_the_numbers_cut_out_is_about_five_pupils_or_nobody(whole: Whole) -> None:
    assert all(len(piece) == 0 or len(piece) >= FEWEST_SHOWN for piece in atoms(whole, shown(whole)))


@given(wholes)
def test_parts_that_are_shown_for_themselves_give_nothing_away_either(whole: Whole) -> None:
    figure = shown_apart(whole)
    told = [part for part, inner in zip(whole.parts, figure.parts, strict=True) if inner.count is not None]
    pieces = [piece for part, inner in zip(whole.parts, figure.parts, strict=True) for piece in atoms(part, inner)]
    if figure.count is not None:
        rest = list(whole.people)
        for person in (person for part in told for person in part.people):
            rest.remove(person)
        pieces.append(frozenset(rest))
    assert all(len(piece) == 0 or len(piece) >= FEWEST_SHOWN for piece in pieces)


def test_a_few_without_an_answer_do_not_hide_what_all_the_others_asked() -> None:
    most, few = Whole("most", tuple("abcdefgh")), Whole("few", ("a", "b"))
    figure = shown_apart(Whole("all", (*most.people, *few.people), (most, few)))
    assert (figure.count, figure.part("most").count, figure.part("few").count) == (None, 8, None)
    assert shown_apart(Whole("all", most.people, (most,))).count == 8


@given(wholes)
def test_no_number_less_another_within_it_tells_of_fewer_than_five(whole: Whole) -> None:
    found = [*numbers(whole, shown(whole))]
    for (count, writers), (less, others) in itertools.permutations(found, 2):
        left = list(writers)
        if all(person in left and left.remove(person) is None for person in others):  # type: ignore[func-returns-value]
            assert count - less == len(left)


@given(wholes)
def test_what_is_shown_is_true_and_what_is_hidden_hides_its_parts(whole: Whole) -> None:
    def check(one: Whole, figure: Figure) -> None:
        assert figure.key == one.key
        assert figure.count in {None, len(one.people)}
        for part, inner in zip(one.parts, figure.parts, strict=True):
            assert figure.count is not None or inner.count is None
            check(part, inner)

    check(whole, shown(whole))


def test_a_part_that_would_give_away_the_rest_is_hidden_with_it() -> None:
    few = Whole("few", ("a", "b"))
    many = Whole("many", tuple("abcdef"))
    most = Whole("most", tuple("abcdefgh"))
    figure = shown(Whole("all", (*few.people, *many.people, *most.people), (few, many, most)))
    assert [(part.key, part.count) for part in figure.parts] == [("few", None), ("many", None), ("most", 8)]
    assert figure.count == 16


def test_where_nothing_is_left_over_all_parts_are_shown() -> None:
    parts = (Whole("one", tuple("abcde")), Whole("other", tuple("fghij")), Whole("none", ()))
    figure = shown(Whole("all", tuple("abcdefghij"), parts))
    assert [part.count for part in figure.parts] == [5, 5, 0]
    assert figure.part("other").count == 5
    assert figure.part("missing").count == 0
    assert hidden(Whole("all", tuple("abc"), parts)).part("missing").count is None


def test_many_messages_of_few_pupils_are_not_shown() -> None:
    assert shown(Whole("all", ("a", "b", "c", "d") * 50)) == Figure("all", None)
    assert not enough(["a"] * 100)
    assert enough([])


@pytest.mark.parametrize(
    ("counted", "of", "told"),
    [(30, 30, 30), (25, 30, 25), (26, 30, None), (29, 30, None), (5, 30, 5), (4, 30, None), (0, 30, 0), (4, 4, None)],
)
def test_heads_are_counted_where_neither_they_nor_the_others_are_few(counted: int, of: int, told: int | None) -> None:
    assert heads(counted, of) == told
