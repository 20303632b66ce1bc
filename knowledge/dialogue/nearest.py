"""How like a text is to the nearest known one of each label, as the cosine of their vectors, from 0 to 1."""

from dataclasses import dataclass

import numpy as np

from knowledge.matching.sparse import Floats, Integers, Rows
from knowledge.matching.vectors import Vector


@dataclass(frozen=True, slots=True)
class Nearest:
    """Texts in the order of their labels, by term: which of them have it, and its weight in each.

    The texts of the label `present[i]` begin at `firsts[i]`; a label that is not there has no text.
    """

    by_term: Rows
    present: Integers
    firsts: Integers
    texts: int
    labels: int

    @classmethod
    def learn(cls, rows: Rows, targets: Integers, labels: int, width: int) -> "Nearest":
        """Remember texts, in whatever order they come: rows of length 1, or empty, of `width` columns."""
        order = np.argsort(targets, kind="stable")
        present, firsts = np.unique(targets[order], return_index=True)
        return cls(Rows.of_matrix(rows.pick(order).matrix(width).tocsc()), present, firsts, len(rows), labels)

    def scores(self, question: Vector) -> Floats:
        """Give the best likeness within each label; 0 for a label without texts."""
        best = np.zeros(self.labels, dtype=np.float32)
        if self.texts:
            found = self.by_term.pick(question.columns)
            products = found.values * question.weights.repeat(found.lengths())
            likeness = np.bincount(found.columns, weights=products, minlength=self.texts)
            best[self.present] = np.maximum.reduceat(likeness, self.firsts)
        return best
