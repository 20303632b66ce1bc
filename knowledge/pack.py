"""What a pack is made of besides its entries: face, topics, works, small talk, and what is not its own."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import Field

from knowledge.entries import ByLanguage, EntryId, Line, Part
from knowledge.languages import Language


class Face(Part):
    """How the bot presents itself in one language; the limits are Telegram's."""

    name: Annotated[Line, Field(max_length=64)]
    description: Annotated[Line, Field(max_length=512)]
    short_description: Annotated[Line, Field(max_length=120)]
    welcome: Line
    as_of: Line


class Topic(Part):
    """A group of entries that people browse by."""

    id: EntryId
    titles: ByLanguage


class Pack(Part):
    """The pack's own page: which work it explains, how it presents itself, where a newcomer starts."""

    work: Line
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    starters: Annotated[tuple[EntryId, ...], Field(min_length=1, max_length=3)]
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    faces: dict[Language, Face]


class Section(Part):
    """A headed part of a work and the paragraphs in it."""

    title: Line
    para: tuple[int | str, ...]


class Work(Part):
    """A source: who wrote it, what it is called, who published it, when, and where it can be read."""

    author: Line
    title: Line
    publisher: Line
    address: Annotated[str, Field(pattern=r"^https?://\S+$")]
    date: Line | ByLanguage
    # Where the text was read, if that was a copy elsewhere than at the publisher.
    via: Line | None = None
    sections: tuple[Section, ...] = ()


class Chatter(Part):
    """One kind of small talk: what people type, and what the bot says back."""

    replies: Annotated[tuple[Line, ...], Field(min_length=1)]
    # One to learn from and one to check with.
    phrasings: Annotated[tuple[Line, ...], Field(min_length=2)]


class Judged(Part):
    """A question as somebody might ask it, and the entries that answer it, best first."""

    text: Line
    accept: Annotated[tuple[EntryId, ...], Field(min_length=1)]


class JudgedFile(Part):
    """A file of judged questions in one language, from which is learned when a reading can be trusted."""

    question: Annotated[tuple[Judged, ...], Field(min_length=1)]


# How people ask for an entry within a conversation, by the entry: short, with words that point back.
Ellipses: TypeAlias = Mapping[EntryId, Annotated[tuple[Line, ...], Field(min_length=1)]]


class NotOurs(Part):
    """Messages that the base does not answer, to learn what that looks like."""

    near: Annotated[tuple[Line, ...], Field(min_length=1)]
    far: Annotated[tuple[Line, ...], Field(min_length=1)]
    hostile: Annotated[tuple[Line, ...], Field(min_length=1)]

    @property
    def all(self) -> tuple[str, ...]:
        """Every example, whatever its kind."""
        return self.near + self.far + self.hostile
