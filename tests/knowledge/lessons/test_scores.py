"""What came of answers: counted over what the pack has, and what was mixed up."""

from dataclasses import replace

import pytest

from knowledge.lessons.scores import Score, mistake, score
from knowledge.library import Library


def test_right_and_wrong_answers_are_counted_and_unknown_ones_are_not(rich_library: Library) -> None:
    assert score(rich_library, {"honey-1": 1, "gone-1": 0}) == Score(1, 1, ())
    assert score(rich_library, {"honey-1": 0}) == Score(0, 1, ("bees-owls",))
    assert score(rich_library, {}) == Score(0, 0, ())


def test_what_two_answers_mix_up_alike_is_named_once(rich_library: Library) -> None:
    question = rich_library.quiz["honey-1"]
    twice = replace(rich_library, quiz={"a": question, "b": question})
    assert score(twice, {"a": 0, "b": 0}) == Score(0, 2, ("bees-owls",))


@pytest.mark.parametrize(
    ("mistakes", "cards", "named"),
    [
        (("bees-sting", ""), True, "bees-sting"),
        (("", ""), True, "bees-owls"),
        ((), True, "bees-owls"),
        ((), False, "bees-honey"),
    ],
)
def test_a_wrong_option_names_what_it_mixes_up(
    rich_library: Library,
    mistakes: tuple[str, ...],
    cards: bool,  # noqa: FBT001
    named: str,
) -> None:
    question = rich_library.quiz["honey-1"].model_copy(update={"mistakes": mistakes})
    library = rich_library if cards else replace(rich_library, distinctions={})
    assert mistake(library, question, 0) == named
