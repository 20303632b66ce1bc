"""A text as the terms that are counted: words, pairs of words, and runs of characters within words."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.text import words

Split = Callable[[str], Iterator[str]]

CHARACTER_RUNS = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of term: how a text is split into them, and what they weigh beside the other kinds."""

    split: Split
    share: float


def word_terms(text: str) -> Iterator[str]:
    """Yield the words of a text and each pair of neighbours."""
    found = words(text)
    yield from found
    yield from map(" ".join, itertools.pairwise(found))


def character_terms(text: str) -> Iterator[str]:
    """Yield runs of two to five characters inside each word, its edges marked with a space.

    They survive misspellings, inflection and compounds; the same as scikit-learn's `char_wb`.
    """
    for word in words(text):
        padded = f" {word} "
        for size in CHARACTER_RUNS:
            if size >= len(padded):
                yield padded
                break
            yield from (padded[start : start + size] for start in range(len(padded) - size + 1))


def kinds(library: Library) -> tuple[Kind, ...]:
    """Give the kinds of terms of a pack: words, characters, and the lexicon's concepts.

    Concepts weigh little: they bring together what is worded differently, and with a full share they would make every
    message on the subject look like one that the base answers.
    """
    return Kind(word_terms, 1.0), Kind(character_terms, 1.0), Kind(Lexicon(library.lexicon.values()).find, 0.3)
