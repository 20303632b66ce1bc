"""Problems as lines that a maintainer can act on."""

import pytest

from knowledge.problems import BrokenPackError, Problem


@pytest.mark.parametrize(("line", "written"), [(7, "a.toml:7: key: is wrong"), (0, "a.toml: key: is wrong")])
def test_a_problem_names_path_line_key_and_reason(line: int, written: str) -> None:
    assert str(Problem("a.toml", line, "key", "is wrong")) == written


def test_problems_come_in_order_of_place_and_once() -> None:
    first, second, third = Problem("a", 2, "k", "r"), Problem("a", 10, "k", "r"), Problem("b", 1, "k", "r")
    error = BrokenPackError([third, second, first, second])
    assert error.problems == (first, second, third)
    assert str(error) == "a:2: k: r\na:10: k: r\nb:1: k: r"
