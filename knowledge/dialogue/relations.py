"""How every entry stands to the one last spoken of: where it leads, what it is set against, what it shares."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.dialogue.likeness import Floats
from knowledge.library import Library
from knowledge.outcomes import Dialogue

Flags = NDArray[np.bool_]

RELATIONS = (
    "next",
    "contrast",
    "leads here",
    "two steps",
    "topic",
    "distinction",
    "same",
    "earlier",
    "offered",
    "listed",
)


@dataclass(frozen=True, slots=True)
class _Links:
    """Which entries are linked, entries by entries."""

    following: Flags
    contrast: Flags
    two_steps: Flags
    topic: Flags
    distinction: Flags


class Relations:
    """Knows the links between all entries of a library."""

    def __init__(self, library: Library) -> None:
        """Read the links once."""
        self._place = {entry: place for place, entry in enumerate(library.entries)}
        self._links = _links(library, self._place)

    def of(self, dialogue: Dialogue) -> Floats:
        """Give each entry's relations to where a conversation stands, 0 or 1: entries by `RELATIONS`."""
        found = np.zeros((len(self._place), len(RELATIONS)), dtype=np.float32)
        here = self._place.get(dialogue.entry or "")
        if here is not None:
            links = self._links
            leading = (links.following[here], links.contrast[here], links.following[:, here], links.two_steps[here])
            columns = np.array([*leading, links.topic[here], links.distinction[here]])
            found[:, : len(columns)] = columns.T
            found[here] = 0
            found[here, RELATIONS.index("same")] = 1
        offered = dialogue.offered if dialogue.said == "clarify" else ()
        for name, ids in (("earlier", dialogue.earlier), ("offered", offered), ("listed", dialogue.listed)):
            places = [self._place[entry] for entry in ids if entry in self._place and entry != dialogue.entry]
            found[places, RELATIONS.index(name)] = 1
        return found


def _links(library: Library, place: dict[str, int]) -> _Links:
    count = len(place)
    following, contrast, distinction = (np.zeros((count, count), dtype=np.bool_) for _ in range(3))
    for entry in library.entries.values():
        for step in entry.next:
            following[place[entry.id], place[step.entry]] = True
            contrast[place[entry.id], place[step.entry]] |= step.kind == "contrast"
    for card in library.distinctions.values():
        places = [place[entry] for entry in card.entries]
        distinction[np.ix_(places, places)] = True
    topics = np.array([entry.topic for entry in library.entries.values()])
    two_steps = (following.astype(np.int32) @ following.astype(np.int32)) > 0
    return _Links(following, contrast, two_steps, topics[:, None] == topics[None, :], distinction)
