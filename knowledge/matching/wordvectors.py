"""Everyday words of both languages as vectors: words that mean alike lie close, whatever their letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.sparse import Floats

FILE = "wordvectors.npz"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A vector per word, in small integers; `scales` turns them back, and weighs a word the less the commoner it is."""

    places: dict[str, int]
    vectors: NDArray[np.int8]
    scales: Floats

    @classmethod
    def of_arrays(cls, words: NDArray[np.uint8], vectors: NDArray[np.int8], scales: Floats) -> "WordVectors":
        """Put together what is stored: words in UTF-8, a line each, with a row of `vectors` and a scale for each."""
        listed = words.tobytes().decode().split("\n")
        return cls({word: place for place, word in enumerate(listed)}, vectors, scales)

    @property
    def width(self) -> int:
        """The length of a vector."""
        return int(self.vectors.shape[1])

    def text(self, typed: Iterable[str]) -> Floats:
        """Give the vector of a text, of length 1: the sum of those of its words, each once; zeros if it knows none."""
        found = [self.places[word] for word in dict.fromkeys(typed) if word in self.places]
        summed: Floats = self.scales[found] @ self.vectors[found].astype(np.float32)
        return summed / np.float32(np.sqrt(summed @ summed) or 1)

    def texts(self, split: Sequence[Sequence[str]]) -> Floats:
        """Give the vectors of many texts, a row each."""
        return np.array([self.text(typed) for typed in split], dtype=np.float32).reshape(len(split), self.width)


@lru_cache(1)
def word_vectors() -> WordVectors:
    """Read the vectors that come with the bot; they are read once and never changed."""
    with (resources.files("knowledge.matching") / FILE).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return WordVectors.of_arrays(arrays["words"], arrays["vectors"], arrays["scales"])
