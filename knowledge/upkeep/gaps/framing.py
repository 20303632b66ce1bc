"""The words that people wrap a question in ("quick question, …", "… or not?"), which say nothing of its subject."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from knowledge.matching.sparse import Floats
from knowledge.upkeep.gaps.meanings import Common, Meanings

# Who wraps a question does so as many others do: a rarer word tells what the question is about.
LEAST, ONE_IN = 10, 50
# The texts with such a word are, but for it, on average no more alike than this: they are about anything.
ALIKE_AT_MOST = 0.05
# A word that is in so many of the texts with another belongs to it: "quick" and "question".
TOGETHER = 0.5


def framing(split: Sequence[Sequence[str]], meanings: Meanings, common: Common) -> frozenset[str]:
    """Find the words that wrap the questions in a lot of texts, in whatever language; there are none in a few texts."""
    return frozenset(
        word
        for word, places in _where(split)
        if _alike(common.without(_rests([split[place] for place in places], meanings))) <= ALIKE_AT_MOST
    )


def _where(split: Sequence[Sequence[str]]) -> Iterator[tuple[str, list[int]]]:
    """Give each word that many texts have, with the places of these."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, typed in enumerate(split):
        for word in dict.fromkeys(typed):
            found[word].append(place)
    return ((word, places) for word, places in found.items() if len(places) >= max(LEAST, len(split) / ONE_IN))


def _rests(having: Sequence[Sequence[str]], meanings: Meanings) -> Floats:
    """Give the sums of texts that have a word, without the words that most of them have."""
    often = Counter(word for typed in having for word in set(typed))
    shared = {word for word, count in often.items() if count >= TOGETHER * len(having)}
    return meanings.sums([[word for word in typed if word not in shared] for typed in having])


def _alike(rows: Floats) -> float:
    """Tell how alike rows are on average, each with each other; what has nothing left is left out."""
    rest = rows[rows.any(axis=1)]
    if len(rest) <= 1:
        return 1.0
    summed = rest.sum(axis=0)
    return float((summed @ summed - np.square(rest).sum()) / (len(rest) * (len(rest) - 1)))
