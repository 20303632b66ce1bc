"""What the site's own search looks in: the words of each answer and of its phrasings, weighed beforehand."""

from collections import Counter
from collections.abc import Mapping
from math import log
from typing import TypeAlias

from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.text import words

Index: TypeAlias = dict[str, list[list[int]]]

# A word of the question says more than one of the answer, and that more than one that people ask with.
_IN_QUESTION, _IN_ANSWER = 6.0, 2.0
# Of the words that only its phrasings have, an entry keeps those that tell it best from the others.
_KEPT = 40
_HIGHEST = 99
_SHORTEST = 2


def index_of(library: Library, language: Language) -> Index:
    """Weigh words: for each word the places of entries in the library's order, and how much it speaks for each.

    The weight is from 1 to 99.
    """
    counted = [_counted(entry, language) for entry in library.entries.values()]
    spread = Counter(word for counts in counted for word in counts)
    index: Index = {}
    for place, (entry, counts) in enumerate(zip(library.entries.values(), counted, strict=True)):
        weighed = {word: count * log(1 + len(counted) / spread[word]) for word, count in counts.items()}
        for word in _kept(weighed, {*words(_own(entry, language))}):
            index.setdefault(word, []).append([place, min(_HIGHEST, max(1, round(weighed[word])))])
    return dict(sorted(index.items()))


def _kept(weighed: Mapping[str, float], own: set[str]) -> list[str]:
    """Choose the words of an entry: its own, and the best of the others."""
    others = sorted(weighed.keys() - own, key=lambda word: (-weighed[word], word))
    return [*sorted(weighed.keys() & own), *others[:_KEPT]]


def _counted(entry: Entry, language: Language) -> dict[str, float]:
    """Count an entry's words by where they stand; what many phrasings have counts more, if less than so many times."""
    text = entry.texts[language]
    asked = Counter(word for phrasing in text.phrasings for word in set(words(phrasing)))
    counts = {word: 1 + log(times) for word, times in asked.items()}
    for part, weight in ((_own(entry, language), _IN_ANSWER), (text.question, _IN_QUESTION)):
        for word in set(words(part)):
            counts[word] = counts.get(word, 0.0) + weight
    return {word: count for word, count in counts.items() if len(word) >= _SHORTEST}


def _own(entry: Entry, language: Language) -> str:
    text = entry.texts[language]
    return " ".join([text.question, text.answer, text.simple, text.more or ""])
