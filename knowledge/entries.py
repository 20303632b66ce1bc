"""What an entry is made of: frozen, validated, both languages side by side."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from knowledge.languages import Language

Voice = Literal["essay", "author", "reported", "expert", "plan", "later"]
NextKind = Literal["why", "example", "contrast", "consequence", "detail", "evidence", "since"]
Certainty = Literal["established", "reported"]

# An id travels in a button's callback data: 64 bytes at Telegram, less those for the verb and the language.
MAX_ID_LENGTH = 48


# Fewer ways to ask in a language, and hardly anybody is understood.
FEWEST_PHRASINGS = 12

# The date of a fact of which no date is known.
UNDATED = "undated"


class Part(BaseModel):
    """A piece of a pack: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def at_most_words(limit: int) -> Callable[[str], str]:
    """Make a validator that refuses a text of more than `limit` words."""

    def check(text: str) -> str:
        count = len(text.split())
        if count > limit:
            raise PydanticCustomError(
                "too_many_words", "has {count} words, at most {limit}", {"count": count, "limit": limit}
            )
        return text

    return check


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=MAX_ID_LENGTH)]
ByLanguage = dict[Language, Line]


class EntryText(Part):
    """An entry in one language; the limits in words are what reads well on a phone."""

    # A question is also the label of a button; a longer one is cut off on a narrow screen.
    question: Annotated[Line, Field(max_length=60)]
    answer: Annotated[Line, AfterValidator(at_most_words(90))]
    simple: Annotated[Line, AfterValidator(at_most_words(40))]
    more: Annotated[Line, AfterValidator(at_most_words(150))] | None = None
    phrasings: Annotated[tuple[Line, ...], Field(min_length=FEWEST_PHRASINGS)]


class Pointer(Part):
    """A place in a work: for the essay its section and paragraphs, counted from 0 (the introduction)."""

    work: Line
    section: Line | None = None
    para: tuple[int | str, ...] = ()


class Next(Part):
    """A follow-up that a reader would tap: to which entry, and what it is to this one."""

    kind: NextKind
    entry: EntryId


class Since(Part):
    """What became known after the essay, in its own words and with its own sources; `date` is that of the fact."""

    date: Annotated[str, Field(pattern=rf"^(\d{{4}}(-\d{{2}}(-\d{{2}})?)?|{UNDATED})$")]
    certainty: Certainty
    sources: Annotated[tuple[Line, ...], Field(min_length=1)]
    texts: dict[Language, Annotated[Line, AfterValidator(at_most_words(60))]]


class Entry(Part):
    """One answer of the base. `voice` says whose claim it is; `texts` holds every language of the pack."""

    id: EntryId
    topic: Line
    reviewed: dt.date
    voice: Voice
    sources: Annotated[tuple[Pointer, ...], Field(min_length=1)]
    next: Annotated[tuple[Next, ...], Field(min_length=1)]
    texts: dict[Language, EntryText]
    since: tuple[Since, ...] = ()

    @property
    def file(self) -> str:
        """Where in a pack's folder its file is."""
        return entry_file(self.topic, self.id)


def entry_file(topic: str, entry: str) -> str:
    """Tell where in a pack's folder the file of an entry is."""
    return f"entries/{topic}/{entry}.toml"
