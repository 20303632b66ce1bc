"""Which of what people typed a maintainer may see: words that the base has, or that enough people used."""

from collections import defaultdict
from collections.abc import Iterable

from knowledge.reports.personal import Check
from knowledge.text import words
from knowledge.upkeep.gaps.asks import Ask

# A word that so many people used tells of none of them.
ENOUGH_PEOPLE = 5
# A question may be a single word.
FEWEST_WORDS = 1


class Mask:
    """Shows asks, with `…` for words that may be somebody's name."""

    def __init__(self, check: Check, asked: Iterable[Ask]) -> None:
        """Take the check of the base, and all that was asked in a time."""
        people: defaultdict[str, set[str]] = defaultdict(set)
        for ask in asked:
            for word in words(ask.text):
                people[word].add(ask.asker)
        self._check = check
        self._common = frozenset(word for word, askers in people.items() if len(askers) >= ENOUGH_PEOPLE)

    def show(self, text: str) -> str | None:
        """Give a text as it can be shown; None if it can't be."""
        return self._check.show(text, self._common, FEWEST_WORDS)
