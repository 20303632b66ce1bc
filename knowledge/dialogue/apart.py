"""What sets options apart: which of the likeliest to offer, and for each the word that no other of them has."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.entries import EntryText
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.shelf import NO_SHELF, Arrays, Shelf, packed, unpacked
from knowledge.text import words

# From this likeness on (the cosine of what two entries say) a second option would not be another one.
NEARLY_THE_SAME = 0.47
# Shorter words are seldom what a thing is about.
SHORTEST = 4
# What two in five texts have, as a logarithm, tells nothing apart.
RARE_ENOUGH = 0.9
# Forms of one word begin alike.
STEM = 5

_SPELT = re.compile(r"[^\W\d_][\w'\u2019-]*")
# A name is a run of words with capitals that does not begin a sentence.
_NAME = re.compile(r"(?<=[a-z,:;'\u2019] )[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*")

Weights = Mapping[str, float]


class Apart:
    """Knows what the entries of a library say, and how rare each of their words is."""

    def __init__(self, library: Library, shelf: Shelf = NO_SHELF) -> None:
        """Count the words of the entries, or take the counts from the shelf."""
        self._texts = {entry.id: entry.texts for entry in library.entries.values()}
        self._rarity = {
            code: _kept(shelf, f"rarity-{code}", library.digest, [texts[code] for texts in self._texts.values()])
            for code in library.pack.languages
        }
        self._weights: dict[tuple[str, Language], Weights] = {}

    def choose(self, ranking: Sequence[str], count: int) -> tuple[str, ...]:
        """Give the first `count` of a ranking that differ from each other in what they say."""
        chosen: list[str] = []
        for entry in ranking:
            if len(chosen) < count and not any(self.likeness(entry, other) >= NEARLY_THE_SAME for other in chosen):
                chosen.append(entry)
        return tuple(chosen)

    def likeness(self, one: str, other: str) -> float:
        """Tell how alike two entries are, from 0 to 1, in the first language that both are written in."""
        language = next(iter(self._texts[one]))
        left, right = self._weighed(one, language), self._weighed(other, language)
        return sum(weight * right.get(word, 0.0) for word, weight in left.items())

    def words(self, options: Sequence[str], language: Language) -> tuple[str, ...]:
        """Give for each option a word or a name that sets it apart from the others; empty if there is none."""
        texts = [self._texts[option][language] for option in options]
        found = []
        for text in texts:
            others = {stem for other in texts if other is not text for stem in _stems(other.question)}
            found.append(_name(text, others) or _word(text, others, self._rarity[language]))
        return tuple(found)

    def _weighed(self, entry: str, language: Language) -> Weights:
        if (entry, language) not in self._weights:
            self._weights[entry, language] = _weights(self._texts[entry][language], self._rarity[language])
        return self._weights[entry, language]


def _stems(text: str) -> list[str]:
    return [word[:STEM] for word in words(text)]


def _said(text: EntryText) -> str:
    return f"{text.question} {text.answer}"


def _kept(shelf: Shelf, name: str, digest: str, texts: Sequence[EntryText]) -> Weights:
    def count() -> Arrays:
        rarity = _rarity(texts)
        return {"stems": packed(list(rarity)), "rarity": np.array(list(rarity.values()))}

    arrays = shelf.get(name, [digest], count)
    return dict(zip(unpacked(arrays["stems"]), arrays["rarity"].tolist(), strict=True))


def _rarity(texts: Sequence[EntryText]) -> Weights:
    """Tell how rare each word is in what people ask: of how few entries they ask with it."""
    asked = [{stem for phrasing in text.phrasings for stem in _stems(phrasing)} for text in texts]
    counts = Counter(stem for stems in (*asked, *(set(_stems(_said(text))) for text in texts)) for stem in stems)
    return {stem: math.log((1 + 2 * len(texts)) / (1 + count)) for stem, count in counts.items()}


def _weights(text: EntryText, rarity: Weights) -> Weights:
    weighed = {stem: (1 + math.log(count)) * rarity[stem] for stem, count in Counter(_stems(_said(text))).items()}
    length = math.sqrt(sum(weight**2 for weight in weighed.values())) or 1.0
    return {stem: weight / length for stem, weight in weighed.items()}


def _name(text: EntryText, others: set[str]) -> str:
    """Find a name in the question that no other question has a word of."""
    names = (found[0] for found in _NAME.finditer(text.question))
    return next((name for name in names if others.isdisjoint(_stems(name))), "")


def _word(text: EntryText, others: set[str], rarity: Weights) -> str:
    """Find the word that says most of this entry, as it is spelt in its question or else its answer."""
    counts = Counter(_stems(_said(text)))
    for told in (text.question, text.answer):
        candidates = [
            (counts[stem] * rarity[stem] * len(spelt), spelt)
            for spelt in _SPELT.findall(told)
            if len(spelt) >= SHORTEST and rarity.get(stem := _stems(spelt)[0], 0) >= RARE_ENOUGH and stem not in others
        ]
        if found := max(candidates, default=(0.0, ""))[1]:
            return found
    return ""
