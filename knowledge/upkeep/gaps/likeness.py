"""How like texts of either language are: by the meanings of their words, and by the words themselves."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.matching.sparse import Floats
from knowledge.matching.spelling import Speller
from knowledge.matching.terms import Stems, kinds
from knowledge.matching.vectors import Space
from knowledge.matching.wordvectors import WordVectors, word_vectors
from knowledge.text import words

# What the meanings weigh beside the words: a translation shares no word, a misspelling no meaning.
MEANING_SHARE = 0.6
# Directions in which all questions to a base vary together (its subject, how people ask), and which say nothing.
COMMON_DIRECTIONS = 12
# Of fewer texts than so many for each, a direction is what two or three of them are about.
TEXTS_PER_DIRECTION = 8
# A word that people use and the base does not says most of what the base lacks: a quarter more for each time that it
# is e times as frequent, within these bounds.
PER_TIMES, LEAST_TIMES, MOST_TIMES = 0.25, -1.0, 2.0
# A word in so many texts is one, and no slip.
NO_SLIP = 3
# Of a base's phrasings, one in so many is enough to see what they have in common, and which terms are rare.
EVERY = 5


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many texts of people, and in how many phrasings of the base, each word is."""

    asked: Counter[str]
    texts: int
    phrased: Counter[str]
    phrasings: int

    def __call__(self, word: str) -> float:
        """Give what a word weighs: the more, the rarer it is in all, and the less the base has it."""
        asked, phrased = self.asked[word], self.phrased[word]
        rare = -math.log((asked + phrased + 0.5) / (self.texts + self.phrasings + 1))
        times = math.log((asked + 0.5) / max(self.texts, 1)) - math.log((phrased + 2) / max(self.phrasings, 1))
        return rare * (1 + PER_TIMES * min(max(times, LEAST_TIMES), MOST_TIMES))


class Likeness:
    """Compares texts; what all questions to a base have in common counts for little."""

    def __init__(self, library: Library, texts: Sequence[str]) -> None:
        """Learn what is common and what is rare from the texts and from a base's phrasings; takes a second."""
        phrasings = [words(phrasing) for phrasing in _phrasings(library)]
        typed = [words(text) for text in texts]
        vectors = word_vectors()
        often = {word for word, count in _counted(typed).items() if count >= NO_SLIP}
        speller = Speller(often.union(vectors.places, *phrasings))
        split = [speller.mend(text) for text in typed]
        rarity = Rarity(_counted(split), len(split), _counted(phrasings), len(phrasings))
        self._meanings = _without_common(
            _meanings(vectors, split, rarity), _meanings(vectors, phrasings[::EVERY], rarity)
        )
        stems = Stems(library.pack.languages)
        space = Space.learn(kinds(stems, Lexicon(library.lexicon.values())), [*phrasings[::EVERY], *split])
        self._rows = space.rows(split).matrix(space.width)

    def between(self, places: Sequence[int], others: Sequence[int]) -> Floats:
        """Give how like some of the texts are to others: a row for each of the first, a column for each of the others.

        The same texts give 1, texts that have nothing in common about 0.
        """
        meant = self._meanings[list(places)] @ self._meanings[list(others)].T
        worded = (self._rows[list(places)] @ self._rows[list(others)].T).toarray()
        return np.asarray(MEANING_SHARE * meant + (1 - MEANING_SHARE) * worded, dtype=np.float32)


def _phrasings(library: Library) -> Iterable[str]:
    for entry in library.entries.values():
        for text in entry.texts.values():
            yield from text.phrasings


def _counted(split: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(word for typed in split for word in set(typed))


def _meanings(vectors: WordVectors, split: Sequence[Sequence[str]], rarity: Rarity) -> Floats:
    """Give the weighted sums of the vectors of words, a row per text, each of length 1 but for texts without any."""
    found = np.zeros((len(split), vectors.width), dtype=np.float32)
    known: dict[str, Floats] = {}
    for row, typed in enumerate(split):
        for word in dict.fromkeys(typed):
            if word in vectors.places:
                if word not in known:
                    known[word] = vectors.text([word]) * np.float32(rarity(word))
                found[row] += known[word]
    return _of_length_one(found)


def _without_common(meanings: Floats, phrasings: Floats) -> Floats:
    """Take out what all have in common: their mean, and the directions in which they vary most.

    After Mu and Viswanath, "All-but-the-Top", ICLR 2018.
    """
    every = np.concatenate([meanings, phrasings])
    mean = every.mean(axis=0)
    _, directions = np.linalg.eigh(np.cov(every, rowvar=False))
    count = min(COMMON_DIRECTIONS, len(every) // TEXTS_PER_DIRECTION)
    common: Floats = directions[:, directions.shape[1] - count :].astype(np.float32)
    rest = (meanings - mean) * meanings.any(axis=1, keepdims=True)
    return _of_length_one(rest - rest @ common @ common.T)


def _of_length_one(rows: Floats) -> Floats:
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(lengths, np.float32(1e-6)), dtype=np.float32)
