"""Misses as asks: what one person asked in one wording counts once, whatever came of it in how many ways."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.languages import Language
from knowledge.library import Library
from knowledge.misses import Miss, MissKind
from knowledge.text import words


@dataclass(frozen=True, slots=True)
class Ask:
    """One wording of one person, when it came last, what came of it, and which entries were said to be meant."""

    text: str
    language: Language
    asker: str
    at: dt.datetime
    kinds: frozenset[MissKind]
    meant: tuple[str, ...]


def asks(library: Library, misses: Iterable[Miss]) -> list[Ask]:
    """Gather misses into asks; what the base has by now as a phrasing, or as not its own, is left out."""
    settled = {" ".join(words(text)) for text in _settled(library)}
    same: defaultdict[tuple[str, str], list[Miss]] = defaultdict(list)
    for miss in misses:
        wording = " ".join(words(miss.text))
        if wording and wording not in settled:
            same[miss.asker, wording].append(miss)
    return [_one(together) for together in same.values()]


def _one(together: list[Miss]) -> Ask:
    latest = max(together, key=lambda miss: miss.at)
    return Ask(
        text=latest.text,
        language=latest.language,
        asker=latest.asker,
        at=latest.at,
        kinds=frozenset(miss.kind for miss in together),
        meant=tuple(miss.entry for miss in together if miss.kind == "corrected" and miss.entry),
    )


def _settled(library: Library) -> Iterable[str]:
    for entry in library.entries.values():
        for text in entry.texts.values():
            yield text.question
            yield from text.phrasings
    for ours in library.not_ours.values():
        yield from ours.all
