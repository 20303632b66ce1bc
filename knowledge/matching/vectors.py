"""Texts as sparse vectors of weighted terms (TF-IDF), small enough to make one in a fraction of a millisecond."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from knowledge.matching.terms import Kind

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

# A term that one text alone has can't tell that text from others of its kind; leaving it out halves the columns.
TEXTS_PER_TERM = 2


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector: which columns, and the weight in each."""

    columns: Integers
    weights: Floats


class Block:
    """One kind of term, each with a column from 0 and its rarity (inverse document frequency)."""

    def __init__(self, kind: Kind, terms: Sequence[str], rarity: Floats) -> None:
        """Take the terms in the order of their columns."""
        self.kind = kind
        self.terms = terms
        self.rarity = rarity
        self._weighed = {term: (column, float(rarity[column])) for column, term in enumerate(terms)}

    @classmethod
    def learn(cls, kind: Kind, texts: Sequence[str]) -> "Block":
        """Learn the terms of the texts; counts are smoothed as in scikit-learn's TfidfTransformer."""
        counts = Counter(term for text in texts for term in set(kind.split(text)))
        terms = sorted(term for term, count in counts.items() if count >= TEXTS_PER_TERM)
        rarity = [math.log((1 + len(texts)) / (1 + counts[term])) + 1 for term in terms]
        return cls(kind, terms, np.array(rarity, dtype=np.float32))

    def weigh(self, text: str) -> tuple[list[int], list[float]]:
        """Give the columns of the known terms of a text and their weights, scaled to length 1."""
        counts = Counter(term for term in self.kind.split(text) if term in self._weighed)
        columns, weights = [], []
        for term, count in counts.items():
            column, rarity = self._weighed[term]
            columns.append(column)
            weights.append((1 + math.log(count)) * rarity)
        length = math.sqrt(sum(weight * weight for weight in weights)) or 1.0
        return columns, [weight / length for weight in weights]


class Space:
    """Several kinds of terms side by side, each with its share; a vector that has all of them has length 1."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Put the columns of the blocks behind each other."""
        self.blocks = tuple(blocks)
        self._offsets = [sum(len(block.terms) for block in self.blocks[:place]) for place in range(len(self.blocks))]
        whole = math.sqrt(sum(block.kind.share**2 for block in self.blocks))
        self._shares = [block.kind.share / whole for block in self.blocks]
        self.width = sum(len(block.terms) for block in self.blocks)

    @classmethod
    def learn(cls, kinds: Sequence[Kind], texts: Sequence[str]) -> "Space":
        """Learn the terms of each kind that the texts have."""
        return cls([Block.learn(kind, texts) for kind in kinds])

    def vector(self, text: str) -> Vector:
        """Give the vector of a text; empty if it has no known term."""
        columns: list[int] = []
        weights: list[float] = []
        for block, offset, share in zip(self.blocks, self._offsets, self._shares, strict=True):
            found, weighed = block.weigh(text)
            columns += [offset + column for column in found]
            weights += [share * weight for weight in weighed]
        return Vector(np.array(columns, dtype=np.int64), np.array(weights, dtype=np.float32))

    def matrix(self, texts: Sequence[str]) -> csr_matrix:
        """Give the vectors of texts as the rows of a matrix."""
        vectors = [self.vector(text) for text in texts]
        starts = np.cumsum([0, *(len(vector.columns) for vector in vectors)])
        columns = np.concatenate([vector.columns for vector in vectors]) if vectors else np.zeros(0, dtype=np.int64)
        weights = np.concatenate([vector.weights for vector in vectors]) if vectors else np.zeros(0, dtype=np.float32)
        return csr_matrix((weights, columns, starts), shape=(len(vectors), self.width))
