"""What a button carries: a verb, the language of the message under which it stands, and what it is about."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.languages import Language, as_language

# Telegram's limit on callback data, in bytes of UTF-8.
MAX_CALLBACK_BYTES = 64

# No id of a class has more digits; a larger number fits no column.
_MOST_DIGITS = 9
_FORM = re.compile(r"([a-z]{1,2}):([a-z]{2}):([a-z0-9-]*)(?::(\d{1,3}))?")


class Verb(StrEnum):
    """What a tap asks for; one letter or two, because callback data is short."""

    ENTRY = "e"
    SIMPLER = "s"
    MORE = "m"
    SOURCE = "q"
    TOPICS = "t"
    WORKS = "w"
    LANGUAGE = "l"
    CARD = "c"
    CARDS = "d"
    MAP = "k"
    HANDOUT = "o"
    WHOLE = "f"
    PREFERENCE = "p"
    DAILY = "y"
    HELPFUL = "h"
    UNHELPFUL = "u"
    UNANSWERED = "a"
    REVOTE = "v"
    AWAIT = "n"
    NEVER_MIND = "b"
    CLASS = "g"
    PRIVACY = "z"
    LESSONS = "ll"
    ROUTE = "lr"
    ROUTE_STOP = "ls"
    QUIZZES = "ql"
    QUIZ = "qt"
    QUIZ_NEXT = "qn"
    QUIZ_END = "qe"
    SORTING = "sl"
    SORT = "so"
    SORT_NEXT = "sn"
    STORY = "sy"
    SCENE = "sc"
    STORY_END = "se"
    ROUND_NEW = "rn"
    ROUND_OPEN = "ro"
    ROUND_SHOW = "rs"
    ROUND_CLOSE = "rc"
    ROUND_ITEM = "ri"
    ROUND_PUT = "rp"
    DRAFT = "dr"
    DRAFT_ADD = "da"
    DRAFT_DROP = "dd"
    DRAFT_MAKE = "dm"
    OWN_FILE = "of"
    OWN_DELETE = "ox"
    CLASS_ROUTE = "cr"
    CLASS_ROUTE_SET = "cs"
    CLASS_STANDING = "ct"
    GAPS = "gs"
    GAP = "gp"
    GAP_LATER = "gl"
    TEACH = "tg"
    TEACH_PICK = "tp"
    TEACH_LIVE = "tl"
    TEACH_PROPOSE = "to"
    TEACH_DROP = "tx"
    TEACH_SHOW = "ts"
    TEACH_REFUSE = "tr"
    UNDO = "ud"
    EDITOR = "ed"


class UnreadableButtonError(Exception):
    """The callback data is none of ours, or was tampered with."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button's meaning. `about` is an id or empty; `page` counts from 0."""

    verb: Verb
    language: Language
    about: str = ""
    page: int = 0

    def pack(self) -> str:
        """Write the tap as callback data.

        Raises:
            ValueError: it would be longer than Telegram's 64 bytes.
        """
        data = f"{self.verb}:{self.language}:{self.about}" + (f":{self.page}" if self.page else "")
        if len(data.encode()) > MAX_CALLBACK_BYTES:
            msg = f"callback data over {MAX_CALLBACK_BYTES} bytes: {data}"
            raise ValueError(msg)
        return data


def read_tap(data: str | None) -> Tap:
    """Read callback data.

    Raises:
        UnreadableButtonError: the data has not the form that `Tap.pack` writes.
    """
    form = _FORM.fullmatch(data or "")
    language = as_language(form[2]) if form else None
    if form is None or language is None or form[1] not in set(Verb):
        raise UnreadableButtonError
    return Tap(Verb(form[1]), language, form[3], int(form[4] or 0))


def read_id(about: str) -> int | None:
    """Read the number of a class, a proposal or the like that a button carries; None if no database would hold it."""
    return int(about) if about.isdecimal() and len(about) <= _MOST_DIGITS else None
