"""What is on a handout, in words: the same for the PDF and the page."""

from dataclasses import dataclass

from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Later:
    """Something that became known since: of when and by whom, and what."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, its answer, what is known since, and where it comes from."""

    question: str
    text: str
    later: tuple[Later, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Column:
    """One side of a distinction: its name, and its cells with theirs."""

    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is mixed up, the sides next to each other, and where that comes from."""

    mixed_up: str
    lead: str
    columns: tuple[Column, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address for people with a phone in their hand, and what stands under its QR code."""

    address: str
    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Handout:
    """A sheet. `kicker` stands above the title and below every page; `page` counts them with {page} and {pages}.

    `discussion` are questions with space to write below; `notes` is the heading of the space where there are none.
    """

    language: Language
    kicker: str
    title: str
    answers: tuple[Answer, ...]
    discuss: str
    discussion: tuple[str, ...]
    notes: str
    page: str
    comparison: Comparison | None = None
    link: Link | None = None
