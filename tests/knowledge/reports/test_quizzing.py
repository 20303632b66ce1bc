"""What came of a quiz, so coarsely that nobody is counted."""

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from knowledge.classes import FEWEST_SHOWN
from knowledge.reports.material import Given
from knowledge.reports.quizzing import Share, mistakes, results
from tests.support.reports import BEGIN, given


@pytest.mark.parametrize(
    ("right", "wrong", "share"),
    [
        (20, 10, Share(percent=70)),
        (5, 5, Share(percent=50)),
        (30, 0, Share(percent=100)),
        (0, 30, Share(percent=0)),
        (28, 2, Share(nearly="everybody")),
        (1, 20, Share(nearly="nobody")),
    ],
)
def test_a_question_has_its_share(right: int, wrong: int, share: Share) -> None:
    [result] = results([*given(range(right), range(100, 100 + wrong))])
    assert (result.question, result.whole) == ("honey-1", share)


@pytest.mark.parametrize(("right", "wrong"), [(4, 0), (0, 4), (2, 2), (4, 4), (5, 4), (7, 3)])
def test_of_few_nothing_is_told(right: int, wrong: int) -> None:
    assert results([*given(range(right), range(100, 100 + wrong))]) == ()


def test_the_first_answer_of_each_pupil_counts() -> None:
    again = [*given(range(10)), *given([], range(10))]
    assert [result.whole for result in results(again)] == [Share(percent=100)]
    assert mistakes([*given(range(5)), *given([], range(5))]).count == 0


def test_before_and_after_are_told_apart() -> None:
    [result] = results([*given(range(5), range(5, 10), phase="before"), *given(range(10), phase="after")])
    assert (result.before, result.after) == (Share(percent=50), Share(percent=100))


@whatever(st.lists(st.builds(Given, st.sampled_from([*"abcdefghijkl"]), st.just(BEGIN), st.just("q"), st.booleans())))
def test_a_share_is_never_about_one_to_four_pupils(answers: list[Given]) -> None:
    first = {answer.person: answer.right for answer in reversed(answers)}
    right = sum(first.values())
    for result in results(answers):
        assert result.whole
        if result.whole.percent is not None:
            assert all(side == 0 or side >= FEWEST_SHOWN for side in (right, len(first) - right))
            assert result.whole.percent % 10 == 0


def test_mistakes_are_counted_by_what_they_mix_up() -> None:
    figure = mistakes(
        [*given([], range(6)), *given([], range(6), question="honey-2"), *given(range(20), [20], question="honey-3")]
    )
    assert [(part.key, part.count) for part in figure.parts] == [("bees-owls", 13)]
    assert mistakes([*given([], range(4))]).part("bees-owls").count is None
