"""A text as the terms that are counted: words, pairs of words, and runs of characters within words."""

import itertools
from collections.abc import Callable, Iterator

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.text import words

Splitter = Callable[[str], Iterator[str]]

CHARACTER_RUNS = (2, 3, 4, 5)


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


def splitters(library: Library) -> tuple[Splitter, ...]:
    """Give every way in which a text of the pack is split: its words, its characters, the lexicon's concepts in it."""
    return word_terms, character_terms, Lexicon(library.lexicon.values()).find
