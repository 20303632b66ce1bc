"""Misses, written by hand."""

import datetime as dt

from knowledge.languages import Language
from knowledge.misses import Miss, MissKind

NOW = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)


def miss(  # noqa: PLR0913  (what a miss is made of)
    text: str,
    asker: str = "one",
    *,
    kind: MissKind = "unanswered",
    language: Language = "en",
    days: float = 1,
    entry: str | None = None,
) -> Miss:
    """Give a question that was missed so many days ago."""
    return Miss(text, language, kind, NOW - dt.timedelta(days=days), asker, entry)
