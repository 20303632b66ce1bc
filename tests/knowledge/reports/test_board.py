"""The questions as they come in: together by what they ask, the latest first, nothing that can't be shown."""

from knowledge.library import Library
from knowledge.reports.board import Line, board_of
from knowledge.reports.material import Material
from tests.support.reports import answered, unanswered, unclear


def test_the_latest_comes_first_and_the_same_once(rich_library: Library) -> None:
    asked = (
        *answered(range(6), at=1),
        *unanswered([1], at=2),
        *answered(range(5), "owls-night", at=3),
        *unclear([2], "bees-honey", "owls-night", at=4),
        *answered([7], at=5),
    )
    assert board_of(rich_library, Material(30, asked), str.upper) == (
        Line("bees-honey", None, 7),
        Line("owls-night", None, 5),
        Line(None, "DO BEES LIKE CHEESE", None),
    )


def test_a_number_that_would_tell_of_few_is_not_there(rich_library: Library) -> None:
    asked = (*answered(range(6)), *answered([1], "bees-sting", at=1))
    assert board_of(rich_library, Material(30, asked), str.upper) == (
        Line("bees-sting", None, None),
        Line("bees-honey", None, None),
    )


def test_what_can_not_be_shown_and_what_is_gone_is_not_there(rich_library: Library) -> None:
    asked = (*unanswered(range(9)), *answered(range(9), "gone"))
    assert board_of(rich_library, Material(30, asked), lambda _: None) == ()
    assert board_of(rich_library, Material(30), str) == ()
