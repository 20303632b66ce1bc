"""Reads a misspelt word as the word of the base that it most resembles."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from knowledge.text import words

# Shorter words resemble too many others.
SHORTEST = 5
# One slip in five letters, two in ten; what is less alike is more often another word than a misspelling.
LIKENESS = 0.8
# Likeness is a quotient: one slip in five letters comes out a hair below 0.8.
ROUNDING = 1e-5


class Speller:
    """Knows the words of the base and finds the one that an unknown word stands for."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take every word that is spelt right."""
        self.known = frozenset(known)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self.known):
            if len(word) >= SHORTEST:
                self._by_length.setdefault(len(word), []).append(word)

    def mend(self, text: str) -> str:
        """Give the text with the likeliest word of the base after each unknown word; what was typed stays."""
        mended = []
        for word in words(text):
            mended.append(word)
            if word not in self.known and (found := self._likeliest(word)):
                mended.append(found)
        return " ".join(mended)

    def known_share(self, text: str) -> float:
        """Tell which share of a text's words the base knows, from 0 to 1; 0 for a text without words."""
        found = words(text)
        return sum(word in self.known for word in found) / len(found) if found else 0.0

    def _likeliest(self, word: str) -> str | None:
        if len(word) < SHORTEST:
            return None
        reach = int(len(word) * (1 - LIKENESS)) or 1
        candidates = [
            other
            for length in range(len(word) - reach, len(word) + reach + 1)
            for other in self._by_length.get(length, ())
        ]
        least = LIKENESS - ROUNDING
        found = process.extractOne(
            word, candidates, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=least, processor=None
        )
        return found[0] if found else None
