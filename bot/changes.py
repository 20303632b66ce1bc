"""The changes of maintainers, read before anything is built that answers."""

from bot.keeping import with_keeper
from bot.settings import Settings
from knowledge.changes import Change, Revision, in_force
from knowledge.records.changes import log_of


def read_log(settings: Settings) -> tuple[Revision, ...] | None:
    """Give the log of changes over a connection of its own; None while the database is away."""
    return with_keeper(settings, log_of)


def changes_before_start(settings: Settings) -> tuple[Change, ...]:
    """Give the changes in force; none while the database is away: they are taken over once it is back."""
    log = read_log(settings)
    return in_force(log) if log else ()
