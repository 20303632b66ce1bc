"""Days as people say them."""

import datetime as dt

from handlers.phrasebook import Phrases


def in_words(phrases: Phrases, day: dt.date) -> str:
    """Say a day: "4 January 2027"."""
    return f"{day.day} {phrases.days.months.split()[day.month - 1]} {day.year}"
