"""What the commands that change the base beside its files share: its log, and words for changes and refusals."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

import click

from bot.changes import read_log
from bot.keeping import with_keeper
from bot.settings import Settings
from knowledge.changes import Change, Revision
from knowledge.entries import FEWEST_PHRASINGS
from knowledge.records.changes import add_changes
from knowledge.upkeep.teaching import Refused

Result = TypeVar("Result")

# Who typed a command on the machine itself is not known.
AUTHOR = "command line"
AWAY = "the database can't be reached"

_REASONS = {
    "no-entry": "no entry {detail!r}",
    "taken": "it stands already under {detail}",
    "taken-by-none": "it stands already among what is not ours",
    "few-left": f"there is no such text that could be done without ({FEWEST_PHRASINGS} phrasings must be left)",
    "no-words": "a phrasing has at least one word, in a language of the pack",
    "exam": "it is asked in the pack's own exam, and what was learned can't be examined",
    "broken": "{detail}",
    "changed": "{detail} was changed in the files meanwhile",
}


def log_or_away(settings: Settings) -> tuple[Revision, ...]:
    """Give the log of changes.

    Raises:
        ClickException: the database is away.
    """
    return or_away(read_log(settings))


def keep_changes(settings: Settings, changes: Sequence[Change], reason: str) -> int:
    """Add changes to the log, all or none; give the number of the last.

    Raises:
        ClickException: the database is away.
    """
    now = dt.datetime.now(dt.UTC)
    return or_away(with_keeper(settings, lambda keeper: add_changes(keeper, changes, AUTHOR, reason, now)))


def or_away(found: Result | None) -> Result:
    """Give what was found.

    Raises:
        ClickException: nothing was, as the database is away.
    """
    if found is None:
        raise click.ClickException(AWAY)
    return found


def reason_of(refused: Refused) -> str:
    """Say why a change is not made."""
    return _REASONS[refused.why].format(detail=refused.detail)


def told(change: Change) -> str:
    """Say in a line what a change is."""
    match change.kind:
        case "undo":
            return f"undo {change.target}"
        case "entry":
            return f"entry {change.entry}"
        case _:
            return f"{change.kind} {change.entry or ''} {change.language}: {change.text!r}".replace("  ", " ")
