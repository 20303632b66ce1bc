"""Questions that ask much the same, together, in whatever language."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.library import Library
from knowledge.matching.sparse import Floats
from knowledge.text import words
from knowledge.upkeep.gaps.likeness import Likeness

# Two groups are one question if their texts are on average so like each other.
LIKE = 0.2
# All are compared with all of so many different texts; each of the rest joins the group of its nearest.
COMPARED_AT_MOST = 4_000


@dataclass(frozen=True, slots=True)
class Cluster:
    """The places of texts that ask much the same, and how like each other they are on average, from 0 to 1."""

    places: tuple[int, ...]
    cohesion: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters, the largest first, and how like the wordings of each are to those of each other on average."""

    found: list[Cluster]
    alike: Floats


def clusters(library: Library, texts: Sequence[str], like: float = LIKE) -> Clusters:
    """Group texts by likeness."""
    same: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        same.setdefault(" ".join(words(text)), []).append(place)
    members = list(same.values())
    if len(members) <= 1:
        return Clusters([Cluster(tuple(places), 1.0) for places in members], np.eye(len(members), dtype=np.float32))
    likeness = Likeness(library, list(same))
    most_used = sorted(range(len(members)), key=lambda number: -len(members[number]))
    groups: dict[int, list[int]] = {}
    for number, label in _labels(likeness, most_used, like).items():
        groups.setdefault(label, []).append(number)
    made = ((_cluster(likeness, members, numbers), numbers) for numbers in groups.values())
    ordered = sorted(made, key=lambda pair: (-len(pair[0].places), pair[0].places))
    return Clusters([cluster for cluster, _ in ordered], likeness.between_groups([numbers for _, numbers in ordered]))


def _cluster(likeness: Likeness, members: Sequence[list[int]], numbers: list[int]) -> Cluster:
    """Join the places of some wordings; a wording that is used twice is like itself."""
    counts = np.array([len(members[number]) for number in numbers])
    pairs = counts.sum() * (counts.sum() - 1)
    alike = counts @ likeness.between(numbers, numbers) @ counts - counts.sum()
    places = tuple(sorted(place for number in numbers for place in members[number]))
    return Cluster(places, min(max(float(alike / pairs), 0.0), 1.0) if pairs else LIKE)


def _labels(likeness: Likeness, numbers: Sequence[int], like: float) -> dict[int, int]:
    """Give each text the label of its group; the first are compared with each other, the rest with the first."""
    first, rest = numbers[:COMPARED_AT_MOST], numbers[COMPARED_AT_MOST:]
    found = _agglomerated(1 - likeness.between(first, first), 1 - like)
    labels = dict(zip(first, found, strict=True))
    for number in rest:
        [near] = likeness.between([number], first)
        best = int(np.argmax(near))
        labels[number] = labels[first[best]] if near[best] >= like else len(numbers) + number
    return labels


def _agglomerated(distances: Floats, farthest: float) -> list[int]:
    from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415  (a start of the bot needs no scikit-learn)

    grouping = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=farthest
    )
    labels: list[int] = grouping.fit_predict(np.maximum(distances, 0)).tolist()
    return labels
