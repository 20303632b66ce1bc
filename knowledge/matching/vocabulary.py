"""Terms and their columns as a trie: two hundred thousand in half a megabyte, where a dictionary takes thirty.

Words of `knowledge.text.words` alone may be looked up: a trie takes no surrogates, and ends at a zero.
"""

from collections.abc import Iterable
from typing import Protocol

import marisa_trie
import numpy as np
from numpy.typing import NDArray


class Vocabulary(Protocol):
    """What is used of `marisa_trie.Trie`, in which each term has a number from 0 on."""

    def __len__(self) -> int:
        """Count the terms."""

    def get(self, term: str, /) -> int | None:
        """Give the number of a term; None if there is no such term."""

    def restore_key(self, number: int, /) -> str:
        """Give the term with a number."""

    def tobytes(self) -> bytes:
        """Give all of it, to be kept."""


def vocabulary(terms: Iterable[str]) -> Vocabulary:
    """Make a vocabulary of different terms, which numbers them as it likes, the same ones the same way."""
    made: Vocabulary = marisa_trie.Trie(terms)
    return made


def terms_of(known: Vocabulary) -> list[str]:
    """List the terms of a vocabulary by their numbers."""
    return [known.restore_key(number) for number in range(len(known))]


def kept(known: Vocabulary) -> NDArray[np.uint8]:
    """Give a vocabulary as an array, to be kept."""
    return np.frombuffer(known.tobytes(), dtype=np.uint8)


def taken(array: NDArray[np.uint8]) -> Vocabulary:
    """Take a vocabulary from an array that was kept.

    Raises:
        ValueError: it is none.
    """
    try:
        found: Vocabulary = marisa_trie.Trie().frombytes(array.tobytes())
    except RuntimeError as error:
        msg = "no vocabulary"
        raise ValueError(msg) from error
    return found
