"""Remembers the gaps that were found last, in the memory of the process alone: finding them takes seconds."""

import datetime as dt
from dataclasses import dataclass

from knowledge.upkeep.gaps.finding import Gap, Unhelpful

# Old enough to look again: who teaches and looks again a minute later sees what it brought.
FRESH = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Found:
    """The gaps of some time, found in a base of some digest."""

    digest: str
    at: dt.datetime
    gaps: tuple[Gap, ...]
    unhelpful: tuple[Unhelpful, ...]

    def named(self, key: str) -> Gap | None:
        """Find a gap by its key."""
        return next((gap for gap in self.gaps if gap.key == key), None)


class Findings:
    """Holds what was found last."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._latest: Found | None = None

    def keep(self, found: Found) -> None:
        """Remember what was found, in the place of what was before."""
        self._latest = found

    def fresh(self, digest: str, now: dt.datetime) -> Found | None:
        """Give what was found in this base not long ago; None if there is none."""
        latest = self._latest
        return latest if latest and latest.digest == digest and now - latest.at < FRESH else None

    def forget(self) -> None:
        """Look anew the next time."""
        self._latest = None
