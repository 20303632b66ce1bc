"""A report in words: the same for the chat, the page, the table and the PDF."""

from dataclasses import dataclass

from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Row:
    """One thing and its values, one for each column of its section; `bars` are as long as they say, from 0 to 1."""

    label: str
    values: tuple[str, ...]
    bars: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading; `columns` names their values."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report; `head` names the columns of the table that it can be had as: section, row, column, value."""

    language: Language
    title: str
    intro: str
    sections: tuple[Section, ...]
    note: str
    head: tuple[str, str, str, str]
    page: str
