"""The map of the whole: what there is, in rows from where it came from to what came of it, and how it relates."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from knowledge.entries import EntryId, Line, Part, Pointer, at_most_words
from knowledge.languages import Language

# plain: something there was or is; key: what the rest hangs on; part: one of several that are told apart;
# story: what is told and, so told, is not there.
Look = Literal["plain", "key", "part", "story"]


class NodeText(Part):
    """A node in one language."""

    name: Annotated[Line, Field(max_length=28)]
    text: Annotated[Line, AfterValidator(at_most_words(24))]


class Node(Part):
    """One thing on the map, and the entry that tells of it."""

    entry: EntryId
    look: Look = "plain"
    texts: dict[Language, NodeText]


class Link(Part):
    """How one node leads to another in the row below."""

    ends: tuple[EntryId, EntryId]
    texts: dict[Language, Annotated[Line, AfterValidator(at_most_words(8))]]


class MapText(Part):
    """What stands above the map."""

    title: Annotated[Line, Field(max_length=40)]
    lead: Annotated[Line, AfterValidator(at_most_words(40))]


class Map(Part):
    """The map: `rows` names the nodes from top to bottom and from left to right."""

    rows: Annotated[tuple[Annotated[tuple[EntryId, ...], Field(min_length=1, max_length=3)], ...], Field(min_length=1)]
    nodes: dict[EntryId, Node]
    links: tuple[Link, ...] = ()
    sources: Annotated[tuple[Pointer, ...], Field(min_length=1)]
    texts: dict[Language, MapText]

    @property
    def in_order(self) -> tuple[Node, ...]:
        """The nodes as one reads them."""
        return tuple(self.nodes[name] for row in self.rows for name in row)

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries that the nodes stand for, each once."""
        return tuple(dict.fromkeys(node.entry for node in self.in_order))

    def place_of(self, name: str) -> tuple[int, int] | None:
        """Give the row of a node and its place in it, both from 0; None if no row names it."""
        return next(
            ((number, row.index(name)) for number, row in enumerate(self.rows) if name in row),
            None,
        )

    def can_link(self, upper: str, lower: str) -> bool:
        """Tell whether an arrow leads straight down from one node to the other."""
        above, below = self.place_of(upper), self.place_of(lower)
        if above is None or below is None or below[0] != above[0] + 1:
            return False
        counts = len(self.rows[above[0]]), len(self.rows[below[0]])
        return 1 in counts or (counts[0] == counts[1] and above[1] == below[1])
