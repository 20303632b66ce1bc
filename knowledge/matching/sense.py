"""What a question means by the meanings of its words, though it may share none of them with any example.

Kernel ridge regression on the vectors of texts, with a Gaussian kernel, by random Fourier features (Rahimi and Recht,
"Random Features for Large-Scale Kernel Machines", NIPS 2007): as good as looking for the nearest examples, and its
cost does not grow with their number.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from knowledge.matching.sparse import Floats, Integers
from knowledge.matching.wordvectors import WordVectors

# How many features stand for the kernel; twice as many bring less than one answer in two hundred.
FEATURES = 1024
# The kernel is exp(-NEARNESS * squared distance); half or twice of it changes as little.
NEARNESS = 1.0
# What holds the weights down; six times less changes as little.
HELD_DOWN = 0.3
# How many texts are turned into features at once, so that a large base needs no large table.
AT_ONCE = 4096
SEED = 20261126


class Features:
    """The random features, the same whenever and wherever they are drawn."""

    def __init__(self, vectors: WordVectors) -> None:
        """Take the vectors of words; the features are drawn for their width."""
        random = np.random.default_rng(SEED)
        self.vectors = vectors
        drawn = random.normal(size=(vectors.width, FEATURES)) * np.sqrt(2 * NEARNESS)
        self._turns: Floats = drawn.astype(np.float32)
        self._shifts: Floats = random.uniform(0, 2 * np.pi, FEATURES).astype(np.float32)

    def of(self, texts: Floats) -> Floats:
        """Give the features of texts by their vectors, of one or of many, a row each; a text without words has none."""
        found = np.cos(texts @ self._turns + self._shifts) * np.float32(np.sqrt(2 / FEATURES))
        return np.asarray(found * texts.any(axis=-1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Sums:
    """What a regression needs to know of its examples, added up: it can be taken out again of what was left out.

    `together` has the products of features with each other, `right` a row per label with the features of its examples.
    """

    together: Floats
    right: Floats

    @classmethod
    def of(cls, features: Features, texts: Floats, targets: Integers, labels: int) -> "Sums":
        """Add up examples, a row of `texts` each, with the label at its place in `targets`."""
        together = np.zeros((FEATURES, FEATURES), dtype=np.float32)
        right = np.zeros((labels, FEATURES), dtype=np.float32)
        order = np.argsort(targets, kind="stable")
        for start in range(0, len(order), AT_ONCE):
            here = order[start : start + AT_ONCE]
            found = features.of(texts[here])
            together += found.T @ found
            present, firsts = np.unique(targets[here], return_index=True)
            right[present] += np.add.reduceat(found, firsts)
        return cls(together, right)

    def without(self, left_out: "Sums") -> "Sums":
        """Take examples out again."""
        return Sums(self.together - left_out.together, self.right - left_out.right)


@dataclass(frozen=True, slots=True)
class Sense:
    """A linear reading of the features: a column of weights per label."""

    features: Features
    weights: Floats

    @classmethod
    def learn(cls, features: Features, sums: Sums) -> "Sense":
        """Learn to give 1 to the label of each example and 0 to all others."""
        held = sums.together + HELD_DOWN * np.eye(FEATURES, dtype=np.float32)
        return cls(features, np.linalg.solve(held, sums.right.T).astype(np.float32))

    def scores(self, typed: Iterable[str]) -> Floats:
        """Give a number per label: about 1 where everything speaks for it, about 0 where nothing does."""
        return np.asarray(self.features.of(self.features.vectors.text(typed)) @ self.weights)
