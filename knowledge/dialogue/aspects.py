"""What entries say, to find the one that a single word points at: "the company one", "en de steden?"."""

import numpy as np

from knowledge.dialogue.likeness import Floats, Likeness, best_of
from knowledge.library import Library


class Aspects:
    """Compares the words of a message with questions, simple answers, and the sides of distinctions."""

    def __init__(self, library: Library) -> None:
        """Learn the texts; takes a fraction of a second.

        The first entries of a distinction are those on its sides, in their order.
        """
        entries = tuple(library.entries.values())
        place = {entry: number for number, entry in enumerate(library.entries)}
        rows = [
            (f"{text.question} {text.simple}", place[entry.id])
            for entry in library.entries.values()
            for text in entry.texts.values()
        ]
        rows += [
            (f"{side.name} {side.name} {side.what} {side.who} {side.whom}", place[entry])
            for card in library.distinctions.values()
            for text in card.texts.values()
            for side, entry in zip(text.sides, card.entries, strict=False)
        ]
        titles = {topic.id: " ".join(topic.titles.values()) for topic in library.pack.topics}
        rows = [(f"{text} {titles.get(entries[target].topic, '')}", target) for text, target in rows]
        texts = [text for text, _ in rows]
        self._likeness = Likeness(texts)
        self._targets = np.array([target for _, target in rows])
        self._count = len(entries)

    def of(self, text: str) -> Floats:
        """Give the likeness of each entry to a text, from 0 to 1."""
        return best_of(self._likeness.of(text), self._targets, self._count)
