"""A text as the terms that are counted: stems and pairs of stems, the lexicon's concepts, runs of characters."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from knowledge.languages import Language
from knowledge.lexicon import Lexicon

Split = Callable[[Sequence[str]], Iterable[str]]

CHARACTER_RUNS = (2, 3, 4, 5)
# Words that are remembered with their stem; a base has some ten thousand.
REMEMBERED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of term: how words are split into them, and what they weigh beside the other kinds.

    `by_word` tells that the terms of a text are those of each of its words, so that they can be looked up word by word.
    """

    split: Split
    share: float
    by_word: bool = False


class Stems:
    """The stems of words, and pairs of neighbours, for texts of which the language is not known beforehand."""

    def __init__(self, languages: Iterable[Language]) -> None:
        """Take the languages; a word's stem is the shortest that one of them makes of it (Snowball's stemmers)."""
        stemmers = [stemmer for language in languages if (stemmer := _stemmer(language))]

        @lru_cache(REMEMBERED_WORDS)
        def stem(word: str) -> str:
            found: list[str] = [stemmer.stemWord(word) for stemmer in stemmers]
            return min(found, key=len, default=word)

        self.stem = stem

    def __call__(self, typed: Sequence[str]) -> Iterator[str]:
        """Yield the stem of each word and each pair of neighbouring stems."""
        found = list(map(self.stem, typed))
        yield from found
        yield from map(" ".join, itertools.pairwise(found))


def _stemmer(language: str) -> Stemmer.Stemmer | None:
    """Give Snowball's stemmer of a language, by its code; None if it has none."""
    try:
        return Stemmer.Stemmer(language)
    except KeyError:
        return None


def character_terms(typed: Sequence[str]) -> Iterator[str]:
    """Yield runs of two to five characters inside each word, its edges marked with a space.

    They survive misspellings, inflection and compounds; the same as scikit-learn's `char_wb`.
    """
    for word in typed:
        padded = f" {word} "
        for size in CHARACTER_RUNS:
            if size >= len(padded):
                yield padded
                break
            yield from (padded[start : start + size] for start in range(len(padded) - size + 1))


def kinds(stems: Stems, lexicon: Lexicon) -> tuple[Kind, ...]:
    """Give the kinds of terms: stems, concepts and characters, in this order.

    The shares were chosen by cross-validation on the phrasings of the pack that comes with the bot, where a tenth more
    or less of any of them changes less than one answer in two hundred.
    """
    return Kind(stems, 1.25), Kind(lexicon.find, 0.6), Kind(character_terms, 1.0, by_word=True)
