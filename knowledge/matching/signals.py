"""What each signal sees in a question: one score per label, more is better. A new signal is one more class here."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from scipy.sparse import csc_matrix, csr_matrix

from knowledge.matching.vectors import Floats, Integers, Vector


class Signal(Protocol):
    """Scores every label for the vector of a question."""

    def scores(self, question: Vector) -> Floats:
        """Give one score per label, in the order of the labels."""
        ...


class Linear:
    """A linear model over the terms: what all examples of a label have in common, against all others."""

    def __init__(self, weights: Floats, offsets: Floats) -> None:
        """Take the weights (columns by labels) and the offset of each label."""
        self.weights = weights
        self.offsets = offsets

    def scores(self, question: Vector) -> Floats:
        """Give the signed distance to each label's boundary; above 0 is inside."""
        return question.weights @ self.weights[question.columns] + self.offsets


class Nearest:
    """The likeness to the nearest example of each label, from 0 to 1 (the cosine of the two vectors)."""

    def __init__(self, by_column: csc_matrix, labels: Integers, count: int) -> None:
        """Take the examples as rows in the order of their labels, the label of each, and how many labels there are."""
        self.by_column = by_column
        self.labels = labels
        self._count = count
        self._present, self._firsts = np.unique(labels, return_index=True)

    @classmethod
    def learn(cls, examples: csr_matrix, labels: Integers, count: int) -> "Nearest":
        """Remember the examples, whatever their order."""
        order = np.argsort(labels, kind="stable")
        return cls(examples[order].tocsc(), labels[order], count)

    def scores(self, question: Vector) -> Floats:
        """Give the best likeness within each label; 0 for a label without examples."""
        found = np.zeros(self._count, dtype=np.float32)
        if len(self._present):
            found[self._present] = np.maximum.reduceat(self._likeness(question), self._firsts)
        return found

    def _likeness(self, question: Vector) -> Floats:
        starts, rows, weights = self.by_column.indptr, self.by_column.indices, self.by_column.data
        slices = [slice(starts[column], starts[column + 1]) for column in question.columns]
        if not slices:
            return np.zeros(len(self.labels), dtype=np.float32)
        products = np.concatenate([weights[part] * share for part, share in zip(slices, question.weights, strict=True)])
        likeness = np.bincount(
            np.concatenate([rows[part] for part in slices]), weights=products, minlength=len(self.labels)
        )
        return likeness.astype(np.float32)


def blend(parts: Sequence[Floats], shares: Sequence[float]) -> Floats:
    """Add up the scores of several signals, each multiplied by its share."""
    total = np.zeros_like(parts[0])
    for scores, share in zip(parts, shares, strict=True):
        total += share * scores
    return total
