"""What speaks for a label: how much more its own examples use a term than all others do.

Naive Bayes on weighted terms, each label against its complement, after Rennie, Shih, Teevan and Karger, "Tackling the
Poor Assumptions of Naive Bayes Text Classifiers" (ICML 2003). It is fitted by counting, so a base of thousands of
entries takes seconds, and it is sparse: a label has a number only for the terms that it knows.
"""

from dataclasses import dataclass, replace

import numpy as np

from knowledge.matching.sparse import Columns, Floats, Integers, Rows
from knowledge.matching.vectors import Vector

# What every label has of every term beforehand; small, because the weights of a text's terms add up to a few units.
SMOOTHING = 0.006


@dataclass(frozen=True, slots=True)
class Odds:
    """Log-odds of terms. `by_term` has a row per term: the labels that know it, and what it adds for each.

    `unknown` is, per label, what a term adds that the label does not know (all of it but what is the same for every
    label, which changes no ranking).
    """

    by_term: Rows
    unknown: Floats

    @classmethod
    def learn(cls, rows: Rows, targets: Integers, labels: int, width: int) -> "Odds":
        """Count the terms of examples, each with the label at its place in `targets`."""
        by_label = rows.added_up(targets, labels, width)
        every, whole = np.asarray(by_label.sum(axis=0)).ravel(), float(by_label.sum())
        own = np.asarray(by_label.sum(axis=1)).ravel() + SMOOTHING * width
        others = whole - own + 2 * SMOOTHING * width
        by_term = by_label.tocsc()
        of_term = np.repeat(every, np.diff(by_term.indptr))
        known = np.log1p(by_term.data / SMOOTHING) - np.log(
            (np.maximum(of_term - by_term.data, 0) + SMOOTHING) / (of_term + SMOOTHING)
        )
        return cls(
            replace(Rows.of_matrix(by_term), values=known.astype(np.float32)),
            (np.log(SMOOTHING) - np.log(own) + np.log(others)).astype(np.float32),
        )

    def scores(self, question: Vector) -> Floats:
        """Give a row per kind of term with a score per label, more is better; the kinds add up."""
        found = self.by_term.pick(question.columns)
        counts = found.lengths()
        added = found.values * question.weights.repeat(counts)
        start, parts = 0, []
        for end in question.ends:
            here = slice(found.starts[start], found.starts[end])
            parts.append(self._sum(found.columns[here], added[here]) + question.weights[start:end].sum() * self.unknown)
            start = end
        return np.array(parts, dtype=np.float32)

    def _sum(self, labels: Columns, added: Floats) -> Floats:
        return np.bincount(labels, weights=added, minlength=len(self.unknown)).astype(np.float32)
