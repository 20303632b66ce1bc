"""Questions for a class to talk about, without a right answer."""

from typing import Annotated

from pydantic import AfterValidator, Field

from knowledge.entries import EntryId, Line, Part, at_most_words
from knowledge.languages import Language


class DiscussionText(Part):
    """The question in one language, and what a good discussion touches."""

    question: Annotated[Line, AfterValidator(at_most_words(40))]
    touches: Annotated[Line, AfterValidator(at_most_words(60))]


class Discussion(Part):
    """A discussion question and the entries that it builds on."""

    entries: Annotated[tuple[EntryId, ...], Field(min_length=1)]
    texts: dict[Language, DiscussionText]
