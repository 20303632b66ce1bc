"""Takes off what stands before a question and is no part of it: a courtesy, a laugh, "no, I mean"."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from knowledge.dialogue.wordings import Wording, Wordings
from knowledge.text import clauses, words


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What is left to read; whether something was taken off, and whether that said that the last answer was wrong.

    `question` is what to read as a question: one word after a courtesy ("hello there") is no question by itself.
    `bare` tells that there is nothing else: the message is a courtesy or an exclamation as a whole, and left whole.
    """

    text: str
    question: str
    opened: bool = False
    corrects: bool = False
    bare: bool = False


class Openers:
    """Knows the openers of every language; people mix them."""

    def __init__(self, wordings: Iterable[Wordings]) -> None:
        """Take the wordings of each language."""
        known = tuple(wordings)
        self._openers = frozenset[Wording]().union(*(language.openers for language in known))
        self._asides = frozenset[Wording]().union(*(language.asides for language in known))
        self._corrections = frozenset[Wording]().union(*(language.corrections for language in known))
        self._longest = max(map(len, self._openers | self._asides | self._corrections), default=0)

    def trim(self, text: str) -> Trimmed:
        """Take the openers off a message; a message of openers alone is left as it is."""
        opened = corrects = apart = False
        parts = [words(clause) for clause in clauses(text)]
        while parts:
            correction = self._leading(parts[0], self._corrections)
            length = correction or self._leading(parts[0], self._openers)
            if not length and tuple(parts[0]) in self._asides:
                length = len(parts[0])
            if not length:
                break
            opened, corrects = True, corrects or bool(correction)
            parts[0] = parts[0][length:]
            apart = not parts[0]
            if apart:
                parts.pop(0)
        if not parts or not opened:
            return Trimmed(text, text, bare=opened and not corrects)
        rest = ", ".join(map(" ".join, parts))
        return Trimmed(rest, rest if apart or corrects or len(rest.split()) > 1 else text, opened, corrects)

    def _leading(self, typed: list[str], known: Collection[Wording]) -> int:
        """Tell how many words at the beginning are a known wording; 0 if none are."""
        lengths = range(min(self._longest, len(typed)), 0, -1)
        return next((length for length in lengths if tuple(typed[:length]) in known), 0)
