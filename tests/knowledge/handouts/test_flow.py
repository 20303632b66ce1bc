"""Lines into columns: nothing lost, nothing too long, nothing left alone."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.drawing.fonts import Weight
from knowledge.handouts.flow import Hand, Line, balanced, fill, height_of, paragraph

HAND = Hand(Weight.REGULAR, 10, 5)
lines = st.lists(
    st.builds(
        Line,
        st.text("abc", min_size=1, max_size=3),
        st.just(HAND),
        st.sampled_from([0.0, 2.0, 6.0]),
        kept=st.booleans(),
    ),
    max_size=40,
)


def body(count: int) -> list[Line]:
    return [Line(str(number), HAND) for number in range(count)]


@given(lines, st.floats(10, 200), st.integers(1, 3))
def test_every_line_stands_in_order_in_a_column_that_holds_it(
    given_lines: list[Line], height: float, count: int
) -> None:
    columns, left = fill(given_lines, height, count)
    assert [line for column in [*columns, left] for line in column] == given_lines
    assert len(columns) <= count
    assert all(height_of(column) <= height + 1e-9 or len(column) == 1 for column in columns)


@given(lines, st.floats(10, 200), st.integers(1, 3))
def test_balancing_loses_nothing_and_needs_no_more_room(given_lines: list[Line], height: float, count: int) -> None:
    columns, left = balanced(given_lines, height, count)
    assert [line for column in [*columns, left] for line in column] == given_lines
    assert max(map(height_of, columns), default=0) <= max(
        map(height_of, fill(given_lines, height, count)[0]), default=0
    )


def test_columns_on_the_last_page_are_equally_long() -> None:
    columns, left = balanced(body(9), 100, 2)
    assert ([len(column) for column in columns], [*left]) == ([5, 4], [])


def test_a_heading_goes_along_with_what_it_heads() -> None:
    headed = [*body(3), Line("heading", HAND, kept=True), *paragraph(body(4))]
    columns, _ = fill(headed, 4 * 5, 3)
    assert [line.text for line in columns[0]] == ["0", "1", "2"]
    assert columns[1][0].text == "heading"


def test_no_line_of_a_paragraph_is_left_alone() -> None:
    assert [line.kept for line in paragraph(body(5))] == [True, False, False, True, False]
    assert [line.kept for line in paragraph(body(2))] == [True, False]
    assert [line.kept for line in paragraph(body(1))] == [False]
    for count in range(2, 7):
        columns, left = fill(paragraph(body(6)), count * 5, 2)
        assert all(len(part) != 1 for part in [*columns, left])


def test_space_above_counts_only_below_something() -> None:
    assert height_of([Line("a", HAND, above=3), Line("b", HAND, above=3)]) == 13
    assert height_of([]) == 0
