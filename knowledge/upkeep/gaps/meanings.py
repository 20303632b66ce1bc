"""What texts mean: the sums of the vectors of their words, and what is left of them without what all have in common."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from knowledge.matching.sparse import Floats
from knowledge.matching.wordvectors import WordVectors

# Directions in which all questions to a base vary together (its subject, how people ask), and which say nothing.
COMMON_DIRECTIONS = 12
# Of fewer texts than so many for each, a direction is what two or three of them are about.
TEXTS_PER_DIRECTION = 8
# A word that people use and the base does not says most of what the base lacks: a quarter more for each time that it
# is e times as frequent, within these bounds.
PER_TIMES, LEAST_TIMES, MOST_TIMES = 0.25, -1.0, 2.0


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many texts of people, and in how many phrasings of the base, each word is."""

    asked: Counter[str]
    texts: int
    phrased: Counter[str]
    phrasings: int

    def __call__(self, word: str) -> float:
        """Give what a word weighs: the more, the rarer it is in all, and the less the base has it."""
        asked, phrased = self.asked[word], self.phrased[word]
        rare = -math.log((asked + phrased + 0.5) / (self.texts + self.phrasings + 1))
        times = math.log((asked + 0.5) / max(self.texts, 1)) - math.log((phrased + 2) / max(self.phrasings, 1))
        return rare * (1 + PER_TIMES * min(max(times, LEAST_TIMES), MOST_TIMES))


@dataclass(frozen=True, slots=True)
class Meanings:
    """Gives words and texts as weighted vectors."""

    vectors: WordVectors
    rarity: Rarity
    _known: dict[str, Floats] = field(default_factory=dict)

    def word(self, word: str) -> Floats:
        """Give the vector of a word, as long as the word is heavy; zeros for one without a meaning."""
        if word not in self._known:
            self._known[word] = self.vectors.text([word]) * np.float32(self.rarity(word))
        return self._known[word]

    def sums(self, split: Sequence[Sequence[str]]) -> Floats:
        """Give the sums of the vectors of the words of texts, a row per text."""
        found = np.zeros((len(split), self.vectors.width), dtype=np.float32)
        for row, typed in enumerate(split):
            for word in dict.fromkeys(typed):
                if word in self.vectors.places:
                    found[row] += self.word(word)
        return found


@dataclass(frozen=True, slots=True)
class Common:
    """What texts have in common: their mean, and the directions in which they vary most.

    After Mu and Viswanath, "All-but-the-Top", ICLR 2018.
    """

    mean: Floats
    directions: Floats

    @classmethod
    def of(cls, sums: Floats) -> "Common":
        """Learn it from the sums of many texts."""
        every = of_length_one(sums)
        _, directions = np.linalg.eigh(np.cov(every, rowvar=False))
        count = min(COMMON_DIRECTIONS, len(every) // TEXTS_PER_DIRECTION)
        return cls(every.mean(axis=0), directions[:, directions.shape[1] - count :].astype(np.float32))

    def without(self, sums: Floats) -> Floats:
        """Give what is left of texts, in rows of length 1, but for texts without any meaning."""
        rows = of_length_one(sums)
        rest = (rows - self.mean) * rows.any(axis=1, keepdims=True)
        return of_length_one(np.asarray(rest - rest @ self.directions @ self.directions.T, dtype=np.float32))


def counted(split: Iterable[Sequence[str]]) -> Counter[str]:
    """Count in how many texts each word is."""
    return Counter(word for typed in split for word in set(typed))


def of_length_one(rows: Floats) -> Floats:
    """Give rows their direction alone; what is all zeros stays so."""
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(lengths, np.float32(1e-6)), dtype=np.float32)
