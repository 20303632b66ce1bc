"""Which numbers can be shown: none about fewer than five pupils, and none from which one could be worked out.

Messages are divided into parts, and those into parts again. A number is shown where at least five pupils are behind it.
What is left of a whole when its shown parts are taken away is a number too: if fewer than five pupils are behind that,
another part is hidden with it. So every sum and difference of shown numbers is again about at least five pupils.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.classes import FEWEST_SHOWN


@dataclass(frozen=True, slots=True)
class Whole:
    """Messages of one kind: who wrote each, and the kinds that they divide into.

    `people` has a pseudonym for each message, those in `parts` included.
    """

    key: str
    people: tuple[str, ...]
    parts: tuple["Whole", ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """How many messages of a kind there are; None where that is not shown."""

    key: str
    count: int | None
    parts: tuple["Figure", ...] = field(default=())

    def part(self, key: str) -> "Figure":
        """Find a part; one that is not there is as the whole is: not shown, or of no messages."""
        return next((part for part in self.parts if part.key == key), Figure(key, None if self.count is None else 0))


def enough(people: Iterable[str]) -> bool:
    """Tell whether a number about these pupils can be shown: five of them at least, or nobody."""
    count = len({*people})
    return count == 0 or count >= FEWEST_SHOWN


def shown(whole: Whole) -> Figure:
    """Give the numbers that can be shown of a whole and its parts."""
    if not enough(whole.people):
        return hidden(whole)
    kept = _kept(whole)
    return Figure(
        whole.key, len(whole.people), tuple(shown(part) if part in kept else hidden(part) for part in whole.parts)
    )


def shown_apart(whole: Whole) -> Figure:
    """Give the numbers of each part for itself; that of the whole only where it gives away nothing that is hidden.

    For a few parts of which each says more than their sum.
    """
    parts = tuple(map(shown, whole.parts))
    told = [part for part, figure in zip(whole.parts, parts, strict=True) if figure.count is not None]
    whole_too = enough(whole.people) and enough(_rest(whole, told))
    return Figure(whole.key, len(whole.people) if whole_too else None, parts)


def hidden(whole: Whole) -> Figure:
    """Give the kinds of a whole without any number."""
    return Figure(whole.key, None, tuple(map(hidden, whole.parts)))


def _kept(whole: Whole) -> list[Whole]:
    """Choose the parts whose numbers are shown: as many as leave a rest about at least five pupils, or none."""
    kept = sorted((part for part in whole.parts if enough(part.people)), key=lambda part: -len(part.people))
    while kept and not enough(_rest(whole, kept)):
        kept.pop()
    return kept


def _rest(whole: Whole, kept: Sequence[Whole]) -> list[str]:
    """List who wrote the messages of a whole that are in none of these parts."""
    rest = list(whole.people)
    for part in kept:
        for person in part.people:
            rest.remove(person)
    return rest


def heads(counted: int, of: int) -> int | None:
    """Give a number of pupils among so many if it can be shown: neither they nor the others are one to four."""
    others = max(0, of - counted)
    return counted if _can_be_told(counted) and _can_be_told(others) else None


def _can_be_told(count: int) -> bool:
    return count == 0 or count >= FEWEST_SHOWN
