"""In which order things are worth a look that resemble each other."""

from collections.abc import Sequence

import numpy as np

from knowledge.matching.sparse import Floats

# What is as like one before it as two can be that are not the same loses so much of its worth.
LOST = 0.5


def in_turn(worth: Sequence[float], alike: Floats) -> list[int]:
    """Order the numbers of things: each time the one that is worth most beside those that came before it.

    `alike` holds for each two how like they are, 1 for what is all but the same. A maximal marginal relevance, after
    Carbonell and Goldstein, SIGIR 1998, that lessens the worth instead of taking off from it, as it has no bounds.
    """
    left = np.array(worth, dtype=np.float32)
    nearest = np.zeros(len(left), dtype=np.float32)
    order: list[int] = []
    while len(order) < len(left):
        beside = left * (1 - LOST * nearest.clip(0, 1))
        beside[order] = -1
        best = int(beside.argmax())
        order.append(best)
        nearest = np.maximum(nearest, alike[best])
    return order
