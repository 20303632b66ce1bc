"""A log of changes, written by hand."""

import datetime as dt

from knowledge.changes import Change, Revision
from knowledge.written_entries import as_change_text
from tests.support.packs import entry

NOW = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)

HONEY = Change("phrasing", "en", "golden stuff from the hive", "bees-honey")
STING = Change("phrasing", "nl", "prik van een bij", "bees-sting")
PRICE = Change("not-ours", "en", "what does a hive cost")
WAX = Change(
    "entry",
    text=as_change_text(
        entry("wax", "was", "comb candle walls yellow", following="bees-sting"), "bees", after="bees-honey"
    ),
    entry="bees-wax",
)


def undo(target: int) -> Change:
    """Give the change that undoes a revision."""
    return Change("undo", target=target)


def logged(*changes: Change) -> tuple[Revision, ...]:
    """Give a log of changes, numbered from 1."""
    return tuple(Revision(number, NOW, "one", "because", change) for number, change in enumerate(changes, start=1))
