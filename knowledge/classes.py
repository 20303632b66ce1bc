"""A class, and the rules for its title, its code, its size and its end."""

import datetime as dt
import re
import secrets
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from knowledge.languages import Language

# No vowels, so that no code is a word; nothing that looks or sounds like another letter. 34 million codes.
ALPHABET = "BCDFGHJKMNPRSTVWXZ"
CODE_LENGTH = 6
# Of its six letters: "brrrrr" is no code.
FEWEST_LETTERS = 4

LONGEST_TITLE = 60
MOST_CLASSES = 20
MOST_PUPILS = 100
MOST_TEACHERS = 6

# In days: what a class is given, and the most that a teacher can choose.
USUAL_DAYS = 30
MOST_DAYS = 365
# So long before the end its teachers are told.
WARNING = dt.timedelta(days=2)
# An invitation to teach holds for so long.
INVITATION = dt.timedelta(days=3)

# Who tried so many wrong codes within the time waits until it is over.
MOST_TRIES = 5
TRYING = dt.timedelta(hours=1)

# A number below this tells too much of single pupils, and is not shown.
FEWEST_SHOWN = 5

_QUOTATION_MARKS = "\"'“”„«» \u2018\u2019"
# More marks than this on one letter are no writing.
_MOST_MARKS = 2


@dataclass(frozen=True, slots=True)
class Class:
    """A class as its teachers and pupils know it.

    `language` None leaves each pupil their own; `simple` gives simple answers first. At `ends_at` all of it is erased;
    while `closed_at` is set nobody joins and nothing is noted.
    """

    id: int
    code: str
    title: str
    language: Language | None
    simple: bool
    created_at: dt.datetime
    ends_at: dt.datetime
    closed_at: dt.datetime | None = None

    def is_open(self, moment: dt.datetime) -> bool:
        """Tell whether pupils can join it and what they ask is noted."""
        return self.closed_at is None and moment < self.ends_at


@dataclass(frozen=True, slots=True)
class Plan:
    """A class that is to be opened."""

    title: str
    language: Language | None
    created_at: dt.datetime
    ends_at: dt.datetime


class Refused(Enum):
    """Why something was not done for a class."""

    AWAY = auto()
    """The database can't be reached."""
    UNKNOWN = auto()
    """There is no such class, or it is none of the person's: nobody is told which."""
    CLOSED = auto()
    FULL = auto()
    TEACHING = auto()
    """A teacher of the class is not one of its pupils."""
    TOO_MANY = auto()
    """The teacher has as many classes as there can be, or the class as many teachers."""
    ALONE = auto()
    """The class has no other teacher."""
    PAUSED = auto()
    """Too many wrong codes were tried."""


def new_code() -> str:
    """Give a code by chance that nobody can foresee."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if read_code(code):
            return code


def read_code(typed: str) -> str | None:
    """Read a code as people type it, in any case and with blanks or hyphens in it; None if it has not the form."""
    code = re.sub(r"[\s-]", "", typed).upper()
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET) or len(set(code)) < FEWEST_LETTERS:
        return None
    return code


def clean_title(typed: str) -> str:
    """Give a title that can be shown to pupils: one line, nothing hidden in it, and nothing that becomes a link.

    Empty if nothing is left.
    """
    text = "".join(" " if character.isspace() else character for character in unicodedata.normalize("NFC", typed))
    text = "".join(character for character in text if unicodedata.category(character)[0] != "C")
    text = re.sub(r"[@<>\\]|(?<!\w)/|//+", "", _without_piled_marks(text))
    # A dot before a letter, and people could tap on it.
    text = re.sub(r"\.(?=[^\W\d_])", ". ", text)
    text = " ".join(text.split()).strip(_QUOTATION_MARKS)
    return text[:LONGEST_TITLE].strip()


def read_day(typed: str) -> dt.date | None:
    """Read a day as people write it in Dutch and English: 2026-12-31, 31-12-2026, 31/12/2026, 31.12.2026."""
    typed = typed.strip()
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed, re.ASCII):
        year, month, day = iso.groups()
    elif own := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", typed, re.ASCII):
        day, month, year = own.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def end_of(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """Give the moment at which a class ends whose last day is `day`: the midnight after it, in that zone."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)


def last_day(ends_at: dt.datetime, zone: dt.tzinfo) -> dt.date:
    """Give the last day of a class, in that zone."""
    return (ends_at.astimezone(zone) - dt.timedelta(microseconds=1)).date()


def can_end_on(day: dt.date, today: dt.date) -> bool:
    """Tell whether a teacher can choose a day as the last one."""
    return today <= day <= today + dt.timedelta(days=MOST_DAYS)


def _without_piled_marks(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
