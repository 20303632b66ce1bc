"""Whether something that a pupil typed can be shown, and with which words left out: it errs towards hiding.

What the base itself says or is often asked with is known; any other word may be a name, and is left out. What has a
sign of somebody's data in it (an address, a number, "my name is") is not shown at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import resources

from knowledge.library import Library
from knowledge.matching.terms import Stems
from knowledge.text import words

LEFT_OUT = "…"

# Of the words of a text, so many have to be left; else it says nothing, or it is about somebody.
_LEAST_LEFT = 0.6
_FEWEST_LEFT = 3
# A word in fewer phrasings than this may be a name that their writer made up.
_FEWEST_PHRASINGS = 3
# Another form of a known word counts as known, from so many letters on.
_SHORTEST_INFLECTED = 5

_SIGNS = re.compile(
    r"@|://|\bwww\b|\w\.(?:nl|be|com|org|net|eu|io|me|info)\b"
    r"|\d[\d\s()./-]{5,}\d"
    r"|\b(?:ik heet|m(?:ij|')?n naam|noem me|m(?:ij|')?n (?:nummer|adres|snap|insta|mail|e-mail|mobiel)"
    r"|my name|(?:i'?m|i am) called|call me|my (?:number|address|snap|insta|mail|e-?mail|phone))\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# With these family names begin.
_PARTICLES = frozenset(
    {"de", "den", "der", "van", "von", "ten", "ter", "te", "el", "al", "la", "le", "di", "da", "bin"}
)
_RUN_LEFT_OUT = re.compile(rf"{LEFT_OUT}(?:\s*{LEFT_OUT})+")


class Check:
    """Shows texts in so far as they are made of words that a base has itself."""

    def __init__(self, library: Library) -> None:
        """Learn the words of a base; takes a fraction of a second."""
        own = [*_said(library)]
        asked = Counter(word for phrasing in _asked(library) for word in set(words(phrasing)))
        often = {word for word, count in asked.items() if count >= _FEWEST_PHRASINGS}
        first_names = (resources.files(__package__) / "first_names.txt").read_text(encoding="utf-8").split()
        self._known = ({word for text in own for word in words(text)} | often) - {*first_names}
        self._stem = Stems(library.pack.languages).stem
        self._first_names = frozenset(first_names)
        self._stems = {self._stem(word) for word in self._known if len(word) >= _SHORTEST_INFLECTED}
        # Written large within a sentence, as Peru is.
        self._large = {token.casefold() for text in own for token in _TOKEN.findall(text)[1:] if token[0].isupper()}

    def show(self, text: str, common: frozenset[str] = frozenset(), fewest: int = _FEWEST_LEFT) -> str | None:
        """Give a text as it can be shown, with `…` in the place of unknown words; None if it can't be.

        `common` are words that so many people used that they tell of nobody, first names aside; `fewest` have to be
        left.
        """
        text = " ".join(text.split())
        if _SIGNS.search(text):
            return None
        stays = self._staying(_TOKEN.findall(text), common)
        if sum(stays) < fewest or sum(stays) < _LEAST_LEFT * len(stays):
            return None
        turn = iter(stays)
        return _RUN_LEFT_OUT.sub(LEFT_OUT, _TOKEN.sub(lambda found: found[0] if next(turn) else LEFT_OUT, text))

    def _staying(self, tokens: Sequence[str], common: frozenset[str]) -> list[bool]:
        """Tell of each word whether it stays.

        Behind a first name "de Boer" goes too, though its words are known; so does what is spelled letter by letter.
        """
        spelled = [len(token) == 1 for token in tokens]
        stays = [
            self._stays(token, common, first=not place) and not (spelled[place] and _beside(spelled, place))
            for place, token in enumerate(tokens)
        ]
        for place, token in enumerate(tokens):
            if token.casefold() in self._first_names:
                end = place + 1
                while end < len(tokens) and tokens[end].casefold() in _PARTICLES:
                    end += 1
                last = end + 1 if end > place + 1 else end
                stays[place:last] = [False] * len(stays[place:last])
        return stays

    def _stays(self, token: str, common: frozenset[str], *, first: bool) -> bool:
        large = token[0].isupper() and not token.isupper()
        if large and not first and token.casefold() not in self._large | common:
            return False
        parts = words(token)
        return bool(parts) and all(self._is_known(part) or self._is_common(part, common) for part in parts)

    def _is_common(self, word: str, common: frozenset[str]) -> bool:
        return word in common and word not in self._first_names

    def _is_known(self, word: str) -> bool:
        if word in self._known:
            return True
        inflected = len(word) >= _SHORTEST_INFLECTED and not any(map(str.isdecimal, word))
        return inflected and word not in self._first_names and self._stem(word) in self._stems


def _beside(marks: Sequence[bool], place: int) -> bool:
    """Tell whether a neighbour is marked."""
    return any(marks[max(0, place - 1) : place]) or any(marks[place + 1 : place + 2])


class Checks:
    """Keeps the check of the base that is in use: to learn its words takes as long as some hundred answers."""

    def __init__(self) -> None:
        """Begin without one."""
        self._latest: tuple[str, Check] | None = None

    def of(self, library: Library) -> Check:
        """Give the check of a base."""
        latest = self._latest
        if latest is None or latest[0] != library.digest:
            latest = library.digest, Check(library)
            self._latest = latest
        return latest[1]


def _said(library: Library) -> Iterable[str]:
    """Yield all that a base says."""
    for entry in library.entries.values():
        for text in entry.texts.values():
            yield from (text.question, text.answer, text.simple, text.more or "")
        for later in entry.since:
            yield from later.texts.values()


def _asked(library: Library) -> Iterable[str]:
    """Yield all that a base is asked with, and what it learns not to answer."""
    for entry in library.entries.values():
        for text in entry.texts.values():
            yield from text.phrasings
    for ours in library.not_ours.values():
        yield from ours.all
