"""Knows its examples word for word: what is one of them needs no weighing."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.sparse import Integers

# How far ahead it puts the label of an example. Examples that are held out have no such twin, so nothing of this can be
# learned; this much outweighs whatever the words speak for elsewhere.
LEAD = 6.0


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The label of each example by a hash of its words; words that two labels share belong to neither."""

    labels: Mapping[int, int]

    @classmethod
    def learn(cls, texts: Iterable[Sequence[str]], targets: Iterable[int]) -> "Verbatim":
        """Remember examples, split into words, each with its label."""
        labels: dict[int, int] = {}
        shared: set[int] = set()
        for typed, target in zip(texts, targets, strict=True):
            if labels.setdefault(_key(typed), target) != target:
                shared.add(_key(typed))
        return cls({key: label for key, label in labels.items() if key not in shared})

    @classmethod
    def of_arrays(cls, keys: NDArray[np.uint64], labels: Integers) -> "Verbatim":
        """Take what `arrays` gave."""
        return cls(dict(zip(keys.tolist(), labels.tolist(), strict=True)))

    def arrays(self) -> tuple[NDArray[np.uint64], Integers]:
        """Give hashes and labels, to be stored."""
        return np.array(list(self.labels), dtype=np.uint64), np.array(list(self.labels.values()), dtype=np.int64)

    def find(self, typed: Sequence[str]) -> int | None:
        """Give the label of the example that a question is, word for word; None if it is none."""
        return self.labels.get(_key(typed)) if typed else None


def _key(typed: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(typed).encode("utf-8", "replace"), digest_size=8).digest(), "big")
