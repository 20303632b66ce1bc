"""How like texts are."""

import pytest

from knowledge.library import Library
from knowledge.upkeep.gaps.likeness import Likeness

TEXTS = ["do tourists get points", "krijgen toeristen punten", "do tourists gett points", "my dog is off the leash"]


def test_a_translation_and_a_misspelling_are_more_like_than_something_else(library: Library) -> None:
    likeness = Likeness(library, TEXTS)
    [[same, translated, misspelt, other]] = likeness.between([0], [0, 1, 2, 3])
    assert same == pytest.approx(1, abs=1e-3)
    assert min(translated, misspelt) > other + 0.2


def test_a_text_without_known_words_is_like_no_other(library: Library) -> None:
    [[like]] = Likeness(library, [*TEXTS, "qzxv"]).between([4], [0])
    assert abs(like) < 0.05


def test_groups_are_as_like_as_their_texts_are_on_average(library: Library) -> None:
    likeness = Likeness(library, TEXTS)
    each = likeness.between([0, 1, 2], [3])
    assert likeness.between_groups([[0, 1, 2], [3]])[0, 1] == pytest.approx(each.mean(), abs=1e-4)


def test_what_wraps_a_question_says_nothing(library: Library) -> None:
    wrapped = [f"quick question, {topic}" for topic in TOPICS]
    likeness = Likeness(library, [*wrapped, TOPICS[0]])
    assert likeness.between([0], [1]) < 0.15
    assert likeness.between([0], [len(TOPICS)]) > 0.95


TOPICS = (
    "my dog is off the leash", "paying tax late", "a visa for the border", "beer in the street", "train tickets",
    "who owns the newspaper", "sorting garbage at home", "getting divorced", "hackers and passwords", "old parents",
    "football matches", "rent of a house", "school marks", "cigarettes in a restaurant", "weather tomorrow",
)  # fmt: skip
