"""What entries say, to find the one that a single word points at: "the company one", "en de steden?"."""

from knowledge.dialogue.likeness import Floats, Likeness
from knowledge.library import Library
from knowledge.shelf import Shelf


class Aspects:
    """Compares the words of a message with questions, simple answers, and the sides of distinctions."""

    def __init__(self, library: Library, shelf: Shelf) -> None:
        """Learn the texts, or take what was learned from the shelf.

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
        self._likeness = Likeness.kept(shelf, "aspects", rows, len(entries))

    def of(self, text: str) -> Floats:
        """Give the likeness of each entry to a text, from 0 to 1."""
        return self._likeness.of(text)
