"""The bot's own sentences on classes, in groups as they stand in a file of phrases."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from handlers.sentences import Sentences, complete

# What can be typed behind /class, beside the names that other actions have.
Word = Literal[
    "new", "list", "report", "page", "language", "end", "close", "reopen", "invite", "handover", "resign", "erase"
]


class DaySentences(Sentences):
    """On days: `months` are twelve, in their order."""

    months: str


class ClassSentences(Sentences):
    """Of /class, for teachers; `words` is what can be typed behind it in this language."""

    words: Annotated[Mapping[Word, str], AfterValidator(complete(get_args(Word)))]
    only_private: str
    how: str
    untitled: str
    unknown_action: str
    too_many: str
    unknown: str
    share: str
    in_browser: str
    yours: str
    which: str
    none: str
    open: str
    closed: str
    few: str
    pupils: str
    own_language: str
    one_language: str
    simple: str
    whole: str
    which_language: str
    end: str
    not_a_day: str
    ask_erase: str
    erased: str
    invitation: str
    handover: str
    teachers_full: str
    alone: str
    resigned: str
    invited: str
    handed: str
    void: str
    already: str


class ClassNotices(Sentences):
    """What teachers are told without having asked just now."""

    accepted: str
    handed: str
    erased: str
    soon: str
    over: str


class ClassLabels(Sentences):
    """On the buttons under a class."""

    show: str
    qr: str
    round: str
    language: str
    own: str
    simple: str
    whole: str
    end: str
    week: str
    month: str
    term: str
    close: str
    reopen: str
    invite: str
    handover: str
    resign: str
    erase: str
    erase_now: str
    accept: str
    share: str


class JoiningSentences(Sentences):
    """For pupils: joining a class and leaving it."""

    how: str
    only_private: str
    looks_like_code: str
    join: str
    joined: str
    kept: str
    moved: str
    unknown: str
    closed: str
    full: str
    teaching: str
    paused: str
    leave: str
    left: str
    erase: str
    erased: str
