"""How like a short text is to each of many known ones: by words, pairs of them and runs of characters (TF-IDF)."""

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from knowledge.text import words

Floats = NDArray[np.float32]

_RUNS = (2, 3, 4, 5)


class Likeness:
    """Remembers texts. Words and characters count for half each; a term that one text alone has tells nothing."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Learn the terms of the texts and how rare they are."""
        counts = Counter(term for text in texts for term in set(_terms(text)))
        terms = sorted(term for term, count in counts.items() if count > 1)
        self._columns = {term: column for column, term in enumerate(terms)}
        self._rarity = [math.log((1 + len(texts)) / (1 + counts[term])) + 1 for term in terms]
        vectors = [self.vector(text) for text in texts]
        starts = np.cumsum([0, *(len(columns) for columns, _ in vectors)])
        columns = [column for found, _ in vectors for column in found]
        weights = np.array([weight for _, found in vectors for weight in found], dtype=np.float32)
        self.matrix = csr_matrix((weights, columns, starts), shape=(len(texts), len(terms)), dtype=np.float32)

    def vector(self, text: str) -> tuple[list[int], list[float]]:
        """Give the columns of the known terms of a text and their weights, scaled to length 1."""
        found: tuple[list[int], list[float]] = ([], [])
        for characters in (False, True):
            counts = Counter(term for term in _terms(text) if (term[0] == "\0") is characters and term in self._columns)
            columns = [self._columns[term] for term in counts]
            weights = [(1 + math.log(n)) * self._rarity[at] for at, n in zip(columns, counts.values(), strict=True)]
            length = math.sqrt(2 * sum(weight * weight for weight in weights)) or 1.0
            found[0].extend(columns)
            found[1].extend(weight / length for weight in weights)
        return found

    def dense(self, text: str) -> Floats:
        """Give the vector of a text with all its columns."""
        whole = np.zeros(len(self._columns), dtype=np.float32)
        columns, weights = self.vector(text)
        whole[columns] = weights
        return whole

    def of(self, text: str) -> Floats:
        """Give the likeness to each of the texts, from 0 to 1 (the cosine of the vectors)."""
        return np.asarray(self.matrix @ self.dense(text))


def best_of(scores: Floats, targets: NDArray[np.int64], count: int) -> Floats:
    """Give the best score among those with each target; 0 for a target without any."""
    best = np.zeros(count, dtype=np.float32)
    np.maximum.at(best, targets, scores)
    return best


def _terms(text: str) -> Iterator[str]:
    """Yield words and pairs of them, and runs of two to five characters within words, marked as such."""
    typed = words(text)
    yield from typed
    yield from map(" ".join, itertools.pairwise(typed))
    for word in typed:
        padded = f" {word} "
        for size in _RUNS:
            yield from ("\0" + padded[start : start + size] for start in range(len(padded) - size + 1))
