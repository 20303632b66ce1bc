"""How like a short text is to known ones: by words, pairs of them and runs of characters (TF-IDF)."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.dialogue.nearest import Nearest
from knowledge.matching.sparse import Floats, Rows
from knowledge.matching.terms import Kind, character_terms
from knowledge.matching.vectors import Block, Space, Vector
from knowledge.matching.vocabulary import kept, taken
from knowledge.shelf import Arrays, Shelf
from knowledge.text import words

__all__ = ["Floats", "Likeness", "Text"]

# A text, and the place of what it speaks for.
Text = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Remembers texts; words and characters count for half each."""

    space: Space
    texts: Nearest

    @classmethod
    def learn(cls, texts: Sequence[Text], count: int) -> "Likeness":
        """Learn the terms of texts that speak for `count` things, and how rare the terms are."""
        typed = [words(text) for text, _ in texts]
        space = Space.learn(_KINDS, typed)
        rows = space.rows(typed)
        targets = np.array([target for _, target in texts], dtype=np.int64)
        return cls(space, Nearest.learn(rows, targets, count, space.width))

    @classmethod
    def kept(cls, shelf: Shelf, name: str, texts: Sequence[Text], count: int) -> "Likeness":
        """Give what was learned of these texts: from the shelf if it is there."""
        made_of = (str(count), *(f"{target} {text}" for text, target in texts))
        return cls.of_arrays(shelf.get(name, made_of, lambda: cls.learn(texts, count).arrays()), count)

    def vector(self, text: str) -> Vector:
        """Give the vector of a text: its known terms and their weights."""
        return self.space.vector(words(text))

    def of(self, text: str) -> Floats:
        """Give the likeness to the nearest text that speaks for each thing, from 0 to 1 (the cosine of the vectors)."""
        return self.texts.scores(self.vector(text))

    def arrays(self) -> Arrays:
        """Give everything as arrays, to be kept."""
        blocks = self.space.blocks
        found: Arrays = {f"terms_{place}": kept(block.known) for place, block in enumerate(blocks)}
        found |= {f"rarity_{place}": block.rarity for place, block in enumerate(blocks)}
        found |= dict(self.texts.by_term.arrays("by_term"))
        return found | {
            "present": self.texts.present,
            "firsts": self.texts.firsts,
            "texts": np.array(self.texts.texts),
        }

    @classmethod
    def of_arrays(cls, arrays: Arrays, count: int) -> "Likeness":
        """Take everything from arrays that were kept."""
        blocks: list[Block] = []
        for place, kind in enumerate(_KINDS):
            offset = sum(block.width for block in blocks)
            blocks.append(Block(kind, taken(arrays[f"terms_{place}"]), arrays[f"rarity_{place}"], offset))
        rows = Rows(*(arrays[f"by_term_{part}"] for part in ("starts", "columns", "values")))
        return cls(Space(blocks), Nearest(rows, arrays["present"], arrays["firsts"], int(arrays["texts"]), count))


def _words_and_pairs(typed: Sequence[str]) -> Iterator[str]:
    yield from typed
    yield from map(" ".join, itertools.pairwise(typed))


_KINDS = (Kind(_words_and_pairs, 1.0), Kind(character_terms, 1.0, by_word=True))
