"""How long what is kept: all of it in one place."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """How long rows are kept, counted from their own moment.

    `questions` is what was asked and which answer it got, what was picked and how answers were judged.
    `conversations` is where a conversation stands, from its last message on. `waiting` is a question whose asker waits
    for an answer. `tries` are wrong codes. `updates` are what came from Telegram, as long as it would
    keep them itself: what they say goes when they are answered. What belongs to a class ends with it, at the latest.
    """

    questions: dt.timedelta = dt.timedelta(days=90)
    conversations: dt.timedelta = dt.timedelta(days=180)
    waiting: dt.timedelta = dt.timedelta(days=365)
    tries: dt.timedelta = dt.timedelta(days=1)
    updates: dt.timedelta = dt.timedelta(days=1)


# What holds unless it was set otherwise.
USUAL = Retention()
