"""The bot's own sentences on what it keeps, in groups as they stand in a file of phrases."""

from collections.abc import Mapping

from handlers.sentences import Sentences


class PrivacySentences(Sentences):
    """Of /privacy: per role, and what can be done."""

    reader: str
    pupil: str
    teacher: str
    group: str
    how: str
    operator: str
    no_operator: str
    unknown: str
    get: str
    forget: str
    school: str
    school_caption: str


class SchoolRow(Sentences):
    """A row of the page for a school: what is kept, why, and for how long."""

    what: str
    why: str
    until: str


class SchoolPart(Sentences):
    """A part of the page for a school, under its table."""

    heading: str
    text: str


class SchoolSentences(Sentences):
    """Of the page that a school can file; `rows` and `parts` stand in their order."""

    title: str
    as_of: str
    intro: str
    what: str
    why: str
    until: str
    rows: Mapping[str, SchoolRow]
    parts: Mapping[str, SchoolPart]


class OwnDataSentences(Sentences):
    """Of /mydata and /forgetme; `tables` says what each table has of a person."""

    title: str
    intro: str
    caption: str
    nothing: str
    ask: str
    ask_teacher: str
    yes: str
    no: str
    stays: str
    gone: str
    was_nothing: str
    only_private: str
    tables: Mapping[str, str]
