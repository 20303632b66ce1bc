"""How much a message leans on what was said before: its length, and what it begins with."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.dialogue.wordings import Wordings
from knowledge.text import words

# A word that stands in so many of the short messages says nothing of a subject.
COMMON = 3


@dataclass(frozen=True, slots=True)
class Leaning:
    """Whether a message begins as a continuation, and its words that name something."""

    leads: bool
    content: tuple[str, ...]

    @property
    def brevity(self) -> float:
        """Tell how little the message says of its own, from 1 (nothing) towards 0."""
        return float(2.0 ** (-len(self.content) / 1.5))


class Leans:
    """Knows the words that lean, in every language."""

    def __init__(self, wordings: Iterable[Wordings]) -> None:
        """Take the wordings of each language."""
        known = tuple(wordings)
        self._leads = frozenset(lead for language in known for lead in language.leads)
        empty = ((*language.pointers, *language.fillers, *_common(language)) for language in known)
        self._empty = frozenset(word for every in empty for word in every)
        self._longest = max(map(len, self._leads), default=0)

    def of(self, text: str) -> Leaning:
        """Tell how a message leans."""
        typed = words(text)
        leads = any(tuple(typed[:length]) in self._leads for length in range(1, self._longest + 1))
        content = tuple(word for word in typed if word not in self._empty)
        return Leaning(leads, content)


def _common(known: Wordings) -> set[str]:
    listed = [wording for act in known.acts.values() for wording in act] + [*known.questions, *known.leads]
    counts = Counter(word for wording in listed for word in set(wording))
    return {word for word, count in counts.items() if count >= COMMON}
