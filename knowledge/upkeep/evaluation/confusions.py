"""Which entry took whose question."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.upkeep.evaluation.asking import Asked


@dataclass(frozen=True, slots=True)
class Confusion:
    """An entry that was answered `n` times where `owner` was asked for; for a message that is nobody's, its kind."""

    taker: str
    owner: str
    n: int
    example: str


def confusions(asked: Iterable[Asked]) -> tuple[Confusion, ...]:
    """List the confusions, most often first, each with its first example; the best accepted entry is the owner."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in asked:
        if row.verdict == "misled" and row.entry:
            owner = row.accept[0] if row.accept else f"({row.kind})"
            found.setdefault((row.entry, owner), []).append(row.text)
    taken = [Confusion(taker, owner, len(texts), texts[0]) for (taker, owner), texts in found.items()]
    return tuple(sorted(taken, key=lambda one: (-one.n, one.owner, one.taker)))
