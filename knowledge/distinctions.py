"""A distinction: two or three things that people mix up, side by side, cell by cell."""

from typing import Annotated

from pydantic import AfterValidator, Field

from knowledge.entries import EntryId, Line, Part, Pointer, at_most_words
from knowledge.languages import Language

# A cell stands in half the width of a phone.
_Cell = Annotated[Line, AfterValidator(at_most_words(16))]


class Side(Part):
    """One of the things that are mixed up: what it is, who runs it, whom it touches, what follows from it."""

    name: Annotated[Line, Field(max_length=28)]
    what: _Cell
    who: _Cell
    whom: _Cell
    follows: _Cell


class DistinctionText(Part):
    """A distinction in one language; `mix_up` says what people mix up."""

    title: Annotated[Line, Field(max_length=40)]
    mix_up: Annotated[Line, AfterValidator(at_most_words(35))]
    sides: Annotated[tuple[Side, ...], Field(min_length=2, max_length=3)]


class Distinction(Part):
    """A card, and the entries that link to it."""

    id: EntryId
    entries: Annotated[tuple[EntryId, ...], Field(min_length=1)]
    sources: Annotated[tuple[Pointer, ...], Field(min_length=1)]
    texts: dict[Language, DistinctionText]
