"""How like texts of either language are: by the meanings of their words, and by the words themselves."""

from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.matching.sparse import Floats
from knowledge.matching.spelling import Speller
from knowledge.matching.terms import Stems, kinds
from knowledge.matching.vectors import Space
from knowledge.matching.wordvectors import word_vectors
from knowledge.text import words
from knowledge.upkeep.gaps.framing import framing
from knowledge.upkeep.gaps.meanings import Common, Meanings, Rarity, counted

# What the meanings weigh beside the words: a translation shares no word, a misspelling no meaning.
MEANING_SHARE = 0.6
# A word in so many texts is one, and no slip.
NO_SLIP = 3
# Of a base's phrasings, one in so many is enough to see what they have in common, and which terms are rare.
EVERY = 5


class Likeness:
    """Compares texts; what all questions to a base have in common counts for little, what wraps them for nothing."""

    def __init__(self, library: Library, texts: Sequence[str]) -> None:
        """Learn what is common and what is rare from the texts and from a base's phrasings; takes a second."""
        phrasings = [words(phrasing) for phrasing in _phrasings(library)]
        typed = [words(text) for text in texts]
        vectors = word_vectors()
        often = {word for word, count in counted(typed).items() if count >= NO_SLIP}
        speller = Speller(often.union(vectors.places, *phrasings))
        split = [speller.mend(text) for text in typed]
        meanings = Meanings(vectors, Rarity(counted(split), len(split), counted(phrasings), len(phrasings)))
        some, phrased = phrasings[::EVERY], meanings.sums(phrasings[::EVERY])
        wrapping = framing(split, meanings, Common.of(np.concatenate([meanings.sums(split), phrased])))
        split = [[word for word in text if word not in wrapping] or text for text in split]
        sums = meanings.sums(split)
        self._meanings = Common.of(np.concatenate([sums, phrased])).without(sums)
        stems = Stems(library.pack.languages)
        space = Space.learn(kinds(stems, Lexicon(library.lexicon.values())), [*some, *split])
        self._rows = space.rows(split).matrix(space.width)

    def between(self, places: Sequence[int], others: Sequence[int]) -> Floats:
        """Give how like some of the texts are to others: a row for each of the first, a column for each of the others.

        The same texts give 1, texts that have nothing in common about 0.
        """
        meant = self._meanings[list(places)] @ self._meanings[list(others)].T
        worded = (self._rows[list(places)] @ self._rows[list(others)].T).toarray()
        return np.asarray(MEANING_SHARE * meant + (1 - MEANING_SHARE) * worded, dtype=np.float32)

    def between_groups(self, groups: Sequence[Sequence[int]]) -> Floats:
        """Give how like the texts of groups are to those of each other group, on average."""
        from scipy.sparse import csr_array  # noqa: PLC0415  (a start of the bot needs no SciPy)

        sizes = [len(group) for group in groups]
        shares = np.repeat([1 / size for size in sizes], sizes).astype(np.float32)
        members = [place for group in groups for place in group]
        shape = len(groups), len(self._meanings)
        averaging = csr_array((shares, members, np.cumsum([0, *sizes])), shape=shape)
        meant, worded = averaging @ self._meanings, averaging @ self._rows
        return np.asarray(MEANING_SHARE * meant @ meant.T + (1 - MEANING_SHARE) * (worded @ worded.T).toarray())


def _phrasings(library: Library) -> Iterable[str]:
    for entry in library.entries.values():
        for text in entry.texts.values():
            yield from text.phrasings
