"""How people ask for an entry in passing: "and the kids?", "what do you get for it?"."""

from knowledge.dialogue.likeness import Floats, Likeness
from knowledge.library import Library
from knowledge.shelf import Shelf


class Ellipses:
    """Compares messages with the short questions that a pack lists per entry."""

    def __init__(self, library: Library, shelf: Shelf) -> None:
        """Learn the wordings of every language, or take what was learned from the shelf."""
        self._count = len(library.entries)
        place = {entry: number for number, entry in enumerate(library.entries)}
        texts = [
            (wording, place[entry])
            for listed in library.ellipses.values()
            for entry, wordings in listed.items()
            for wording in wordings
        ]
        self._likeness = Likeness.kept(shelf, "ellipses", texts, self._count)

    def of(self, text: str) -> Floats:
        """Give the likeness of each entry's wordings to a text, from 0 to 1; 0 for an entry without any."""
        return self._likeness.of(text)
