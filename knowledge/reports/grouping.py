"""Texts that ask much the same, together."""

from collections.abc import Sequence
from statistics import mean

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.matching.terms import Stems, kinds
from knowledge.matching.vectors import Space, Vector
from knowledge.text import words

# The cosine of two texts from which they count as one question.
LIKE = 0.45


def grouped(library: Library, texts: Sequence[str]) -> list[list[int]]:
    """Group texts by likeness; give the places of each group's texts, the group that was begun first first."""
    split = [words(text) for text in texts]
    space = Space.learn(kinds(Stems(library.pack.languages), Lexicon(library.lexicon.values())), split)
    vectors = [_weights(space.vector(typed)) for typed in split]
    groups: list[list[int]] = []
    for place, vector in enumerate(vectors):
        likenesses = [mean(_cosine(vector, vectors[member]) for member in group) for group in groups]
        best = max(range(len(groups)), key=lambda number: likenesses[number], default=None)
        if best is not None and likenesses[best] >= LIKE:
            groups[best].append(place)
        else:
            groups.append([place])
    return groups


def _weights(vector: Vector) -> dict[int, float]:
    return dict(zip(vector.columns.tolist(), vector.weights.tolist(), strict=True))


def _cosine(one: dict[int, float], other: dict[int, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(column, 0.0) for column, weight in one.items())
