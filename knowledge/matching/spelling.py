"""Reads words that the base does not know as those that it does: misspelt, run together, or torn apart."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Shorter words resemble too many others.
SHORTEST = 5
# One slip in five letters, two in ten; what is less alike is more often another word than a misspelling.
LIKENESS = 0.8
# Likeness is a quotient: one slip in five letters comes out a hair below 0.8.
ROUNDING = 1e-5
# Of two words that together make one of the base; shorter ones meet by chance ("in" and "komen" are no income).
SHORTEST_JOINED = 8
# Of a part of a compound.
SHORTEST_PART = 4
# What Dutch puts between the parts of a compound.
LINKS = ("", "s", "en", "n", "e")
# Of unknown words; beyond, nothing new is remembered.
REMEMBERED = 20_000


class Speller:
    """Knows the words of the base and finds those that an unknown word stands for."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take every word that is spelt right."""
        self.known = frozenset(known)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self.known):
            if len(word) >= SHORTEST:
                self._by_length.setdefault(len(word), []).append(word)
        self._readings: dict[str, tuple[str, ...]] = {}

    def mend(self, typed: Sequence[str]) -> list[str]:
        """Give the words and, after each that is unknown, the words of the base that it stands for."""
        mended = []
        for place, word in enumerate(typed):
            mended.append(word)
            if word not in self.known:
                mended += self._reading(word)
            if place + 1 < len(typed):
                joined = word + typed[place + 1]
                if len(joined) >= SHORTEST_JOINED and joined in self.known:
                    mended.append(joined)
        return mended

    def known_share(self, typed: Sequence[str]) -> float:
        """Tell which share of the words the base knows, from 0 to 1; 0 if there are none."""
        return sum(word in self.known for word in typed) / len(typed) if typed else 0.0

    def _reading(self, word: str) -> tuple[str, ...]:
        found = self._readings.get(word)
        if found is None:
            found = self._parts(word) or self._likeliest(word)
            if len(self._readings) < REMEMBERED:
                self._readings[word] = found
        return found

    def _parts(self, word: str) -> tuple[str, ...]:
        """Take a compound apart, at the place that leaves the longest last part: it says what the thing is."""
        for head, tail in _cuts(word):
            if tail in self.known:
                for link in LINKS:
                    first = head.removesuffix(link)
                    if head.endswith(link) and len(first) >= SHORTEST_PART and first in self.known:
                        return first, tail
        return ()

    def _likeliest(self, word: str) -> tuple[str, ...]:
        if len(word) < SHORTEST:
            return ()
        reach = int(len(word) * (1 - LIKENESS)) or 1
        candidates = [
            other
            for length in range(len(word) - reach, len(word) + reach + 1)
            for other in self._by_length.get(length, ())
        ]
        least = LIKENESS - ROUNDING
        found = process.extractOne(
            word, candidates, scorer=OSA.normalized_similarity, score_cutoff=least, processor=None
        )
        return (found[0],) if found else ()


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield word[:place], word[place:]
