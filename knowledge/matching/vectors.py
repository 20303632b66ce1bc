"""Texts as sparse vectors of weighted terms (TF-IDF), small enough to make one in a fraction of a millisecond."""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.matching.sparse import Floats, Integers, Rows
from knowledge.matching.terms import REMEMBERED_WORDS, Kind

# A run of characters that one text alone has can't tell that text from others; leaving it out halves the columns.
TEXTS_PER_RUN = 2


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector of length 1, or empty: columns and weights, kind after kind; `ends` tells where each ends."""

    columns: Integers
    weights: Floats
    ends: tuple[int, ...]

    def first(self, kinds: int) -> "Vector":
        """Give the part of the first kinds of terms, scaled to length 1."""
        end = self.ends[kinds - 1]
        weights = self.weights[:end]
        length = float(np.sqrt(weights @ weights)) or 1.0
        return Vector(self.columns[:end], weights / np.float32(length), self.ends[:kinds])


class Block:
    """One kind of term, each with a column of its own and its rarity (inverse document frequency)."""

    def __init__(self, kind: Kind, terms: Sequence[str], rarity: Floats, offset: int) -> None:
        """Take the terms in the order of their columns; the first has the column `offset`."""
        self.kind = kind
        self.terms = terms
        self.rarity = rarity
        self.offset = offset
        self._columns = {term: column for column, term in enumerate(terms)}
        self._by_word: dict[str, list[int]] = {}

    @classmethod
    def learn(cls, kind: Kind, texts: Sequence[Sequence[str]], offset: int) -> "Block":
        """Learn the terms of texts, split into words; counted and smoothed as in scikit-learn's TfidfTransformer."""
        counts = _texts_by_term(kind, texts)
        least = TEXTS_PER_RUN if kind.by_word else 1
        terms = sorted(term for term, count in counts.items() if count >= least)
        rarity = [math.log((1 + len(texts)) / (1 + counts[term])) + 1 for term in terms]
        return cls(kind, terms, np.array(rarity, dtype=np.float32), offset)

    def place(self, term: str) -> int | None:
        """Tell the place of a term among those of the block; None if it has no such term."""
        return self._columns.get(term)

    def weigh(self, typed: Sequence[str]) -> tuple[Integers, Floats]:
        """Give the columns of the known terms of a text and their weights, scaled to length 1."""
        counts = Counter(self._found(typed))
        places = np.fromiter(counts.keys(), np.int64, len(counts))
        times = np.fromiter(counts.values(), np.float32, len(counts))
        weights = (1 + np.log(times)) * self.rarity[places]
        length = float(np.sqrt(weights @ weights)) or 1.0
        return places + self.offset, weights / np.float32(length)

    def _found(self, typed: Sequence[str]) -> Iterable[int]:
        if not self.kind.by_word:
            return (self._columns[term] for term in self.kind.split(typed) if term in self._columns)
        return itertools.chain.from_iterable(map(self._of_word, typed))

    def _of_word(self, word: str) -> list[int]:
        known = self._by_word.get(word)
        if known is None:
            known = [self._columns[term] for term in self.kind.split((word,)) if term in self._columns]
            if len(self._by_word) < REMEMBERED_WORDS:
                self._by_word[word] = known
        return known


def _texts_by_term(kind: Kind, texts: Sequence[Sequence[str]]) -> Counter[str]:
    """Count in how many texts each term is; what is the same for every place of a word is split once."""
    if not kind.by_word:
        return Counter(term for typed in texts for term in set(kind.split(typed)))
    split = {word: frozenset(kind.split((word,))) for word in {word for typed in texts for word in typed}}
    counts: Counter[str] = Counter()
    for typed in texts:
        counts.update(frozenset[str]().union(*(split[word] for word in typed)))
    return counts


class Space:
    """Several kinds of terms side by side, each with its share."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the blocks, whose columns follow each other."""
        self.blocks = tuple(blocks)
        self.width = sum(len(block.terms) for block in self.blocks)

    @classmethod
    def learn(cls, kinds: Iterable[Kind], texts: Sequence[Sequence[str]]) -> "Space":
        """Learn the terms of each kind that the texts, split into words, have."""
        blocks: list[Block] = []
        for kind in kinds:
            blocks.append(Block.learn(kind, texts, sum(len(block.terms) for block in blocks)))
        return cls(blocks)

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

    def rows(self, vectors: Iterable[Vector]) -> Rows:
        """Put vectors under each other."""
        listed = list(vectors)
        starts = np.cumsum([0, *(len(vector.columns) for vector in listed)], dtype=np.int64)
        columns = np.concatenate([vector.columns for vector in listed] or [np.zeros(0, np.int64)])
        weights = np.concatenate([vector.weights for vector in listed] or [np.zeros(0, np.float32)])
        return Rows(starts, columns.astype(np.int32), weights.astype(np.float32))
