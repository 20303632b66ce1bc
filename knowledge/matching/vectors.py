"""Texts as sparse vectors of weighted terms (TF-IDF), small enough to make one in a fraction of a millisecond."""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from knowledge.matching.sparse import Floats, Integers, Rows
from knowledge.matching.terms import REMEMBERED_WORDS, Kind
from knowledge.matching.vocabulary import Vocabulary, terms_of, vocabulary

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# A run of characters that one text alone has can't tell that text from others; leaving it out halves the columns.
TEXTS_PER_RUN = 2


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector of length 1, or empty: columns and weights, kind after kind; `ends` tells where each ends."""

    columns: Integers
    weights: Floats
    ends: tuple[int, ...]


class Block:
    """One kind of term, each with a column of its own and its rarity (inverse document frequency)."""

    def __init__(self, kind: Kind, known: Vocabulary, rarity: Floats, offset: int) -> None:
        """Take the terms, whose numbers are their places; the first has the column `offset`."""
        self.kind = kind
        self.known = known
        self.rarity = rarity
        self.offset = offset
        self._by_word: dict[str, list[int]] = {}

    @classmethod
    def learn_counting(cls, kind: Kind, texts: Sequence[Sequence[str]], offset: int) -> tuple["Block", "csr_matrix"]:
        """Learn the terms of texts, split into words; give also how often each text has each, a row a text.

        Counted and smoothed as in scikit-learn's TfidfTransformer.
        """
        columns: dict[str, int] = {}
        counts = _counted(kind, texts, columns)
        texts_with = np.bincount(counts.indices, minlength=len(columns))
        least = TEXTS_PER_RUN if kind.by_word else 1
        known = vocabulary(term for term, column in columns.items() if texts_with[column] >= least)
        kept = np.array([columns[term] for term in terms_of(known)], dtype=np.int64)
        rarity = np.log((1 + len(texts)) / (1 + texts_with[kept])) + 1
        return cls(kind, known, rarity.astype(np.float32), offset), counts[:, kept]

    @property
    def width(self) -> int:
        """How many terms there are."""
        return len(self.rarity)

    def place(self, term: str) -> int | None:
        """Tell the place of a term among those of the block; None if it has no such term."""
        return self.known.get(term)

    def weigh(self, typed: Sequence[str]) -> tuple[Integers, Floats]:
        """Give the columns of the known terms of a text and their weights, scaled to length 1."""
        counts = Counter(self._found(typed))
        places = np.fromiter(counts.keys(), np.int64, len(counts))
        times = np.fromiter(counts.values(), np.float32, len(counts))
        weights = (1 + np.log(times)) * self.rarity[places]
        length = float(np.sqrt(weights @ weights)) or 1.0
        return places + self.offset, weights / np.float32(length)

    def counts(self, texts: Sequence[Sequence[str]]) -> "csr_matrix":
        """Count how often each of many texts has each term, a row a text."""
        return _counted(self.kind, texts, self.known)

    def weigh_all(self, counts: "csr_matrix") -> "csr_matrix":
        """Give the weights of counted texts, a row each: the numbers that `weigh` gives."""
        counts.data = (1 + np.log(counts.data)) * self.rarity[counts.indices]
        return _of_length_one(counts)

    def _found(self, typed: Sequence[str]) -> Iterable[int]:
        if not self.kind.by_word:
            return _known(self.kind.split(typed), self.known)
        return itertools.chain.from_iterable(map(self._of_word, typed))

    def _of_word(self, word: str) -> list[int]:
        known = self._by_word.get(word)
        if known is None:
            known = _known(self.kind.split((word,)), self.known)
            if len(self._by_word) < REMEMBERED_WORDS:
                self._by_word[word] = known
        return known


def _counted(kind: Kind, texts: Sequence[Sequence[str]], known: dict[str, int] | Vocabulary) -> "csr_matrix":
    """Count the terms of texts, a row each; what is the same for every place of a word is split once.

    In a dictionary unknown terms get the next number; what a vocabulary does not know is passed over.
    """
    if not kind.by_word:
        return _matrix([_places(kind.split(typed), known) for typed in texts], len(known))
    places: dict[str, int] = {}
    by_text = [_places(typed, places) for typed in texts]
    by_word = [_places(kind.split((word,)), known) for word in places]
    return _matrix(by_text, len(places)) @ _matrix(by_word, len(known))


def _places(terms: Iterable[str], known: dict[str, int] | Vocabulary) -> list[int]:
    if isinstance(known, dict):
        return [known.setdefault(term, len(known)) for term in terms]
    return _known(terms, known)


def _known(terms: Iterable[str], known: Vocabulary) -> list[int]:
    return [place for term in terms if (place := known.get(term)) is not None]


def _matrix(rows: Sequence[Sequence[int]], width: int) -> "csr_matrix":
    """Make a SciPy matrix of how often each column is named in each row."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415  (a start from cache needs no SciPy)

    starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    columns = np.fromiter(itertools.chain.from_iterable(rows), np.int32, starts[-1])
    matrix = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(rows), width))
    matrix.sum_duplicates()
    return matrix


def _of_length_one(matrix: "csr_matrix") -> "csr_matrix":
    """Scale each row to length 1; an empty one stays empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix.data /= np.repeat(lengths, np.diff(matrix.indptr)).astype(np.float32)
    return matrix


class Space:
    """Several kinds of terms side by side, each with its share."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks, whose columns follow each other."""
        self.blocks = tuple(blocks)
        self.width = sum(block.width for block in self.blocks)

    @classmethod
    def learn(cls, kinds: Iterable[Kind], texts: Sequence[Sequence[str]]) -> "Space":
        """Learn the terms of each kind that the texts, split into words, have."""
        return cls._learn_counting(kinds, texts)[0]

    @classmethod
    def learn_rows(cls, kinds: Iterable[Kind], texts: Sequence[Sequence[str]]) -> tuple["Space", Rows]:
        """Learn the terms of texts; give also their vectors, for which the terms need not be looked for again."""
        space, counted = cls._learn_counting(kinds, texts)
        return space, space.rows_counted(counted)

    @classmethod
    def _learn_counting(cls, kinds: Iterable[Kind], texts: Sequence[Sequence[str]]) -> "tuple[Space, list[csr_matrix]]":
        blocks: list[Block] = []
        counted = []
        for kind in kinds:
            block, counts = Block.learn_counting(kind, texts, sum(block.width for block in blocks))
            blocks.append(block)
            counted.append(counts)
        return cls(blocks), counted

    def vector(self, typed: Sequence[str]) -> Vector:
        """Give the vector of a text's words; empty if it has no known term."""
        found = [block.weigh(typed) for block in self.blocks]
        shares = [
            block.kind.share if len(columns) else 0.0 for block, (columns, _) in zip(self.blocks, found, strict=True)
        ]
        whole = math.sqrt(sum(share * share for share in shares)) or 1.0
        weights = [weights * np.float32(share / whole) for share, (_, weights) in zip(shares, found, strict=True)]
        ends = tuple(itertools.accumulate(len(columns) for columns, _ in found))
        return Vector(np.concatenate([columns for columns, _ in found]), np.concatenate(weights), ends)

    def rows(self, texts: Sequence[Sequence[str]]) -> Rows:
        """Give the vectors of many texts, split into words, under each other; the same as `vector` gives, sooner."""
        return self.rows_counted([block.counts(texts) for block in self.blocks])

    def rows_counted(self, counted: "Sequence[csr_matrix]") -> Rows:
        """Give the vectors of texts whose terms are counted, a matrix per block."""
        from scipy.sparse import hstack  # noqa: PLC0415  (a start from cache needs no SciPy)

        found = [block.weigh_all(counts) for block, counts in zip(self.blocks, counted, strict=True)]
        shares = [
            np.where(np.diff(matrix.indptr), block.kind.share, 0)
            for block, matrix in zip(self.blocks, found, strict=True)
        ]
        whole = np.sqrt(sum(share * share for share in shares))
        for matrix, share in zip(found, shares, strict=True):
            scale = np.divide(share, whole, out=np.zeros_like(share), where=whole > 0)
            matrix.data *= np.repeat(scale, np.diff(matrix.indptr)).astype(np.float32)
        return Rows.of_matrix(hstack(found, format="csr"))
