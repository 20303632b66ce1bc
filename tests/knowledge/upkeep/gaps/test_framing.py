"""The words that questions are wrapped in."""

from collections import Counter

from knowledge.matching.wordvectors import word_vectors
from knowledge.upkeep.gaps.framing import framing
from knowledge.upkeep.gaps.meanings import Common, Meanings, Rarity

ABOUT = ["dog", "tax", "visa", "beer", "train", "school", "bike", "bank", "church", "rain", "music", "garden"]
WRAPPED = [["quick", "question", word] for word in ABOUT]
# A word that is often asked about is asked about in some ways that are alike.
TOPIC = [["hongkong", word] for word in ("passport", "border", "visa", "customs")] * 3


def found(split: list[list[str]]) -> frozenset[str]:
    meanings = Meanings(word_vectors(), Rarity(Counter(), len(split), Counter(), 0))
    # Most of what it is learned from is phrasings, which nobody wraps.
    return framing(split, meanings, Common.of(meanings.sums([[word] for word in ABOUT])))


def test_the_words_around_questions_about_anything_are_found_and_a_topic_is_not() -> None:
    assert found([*WRAPPED, *TOPIC]) == {"quick", "question"}


def test_in_a_few_texts_nothing_wraps() -> None:
    assert found(WRAPPED[:9]) == frozenset()


def test_what_stands_alone_is_its_own_subject() -> None:
    assert found([["quick"]] * 12) == frozenset()
