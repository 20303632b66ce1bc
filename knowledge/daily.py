"""One distinction a day: who gets it at which hour, and whether it is time."""

import datetime as dt
from dataclasses import dataclass

from knowledge.languages import Language

# The hours that can be chosen: when people are awake, and none that a change of the clock skips or doubles.
HOURS = (7, 8, 9, 10, 12, 13, 15, 17, 18, 19, 20, 21)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A chat that wants a distinction a day at `hour` (0 to 23), and what it got in this round.

    `chosen_at` is when the hour was chosen, `sent_on` the day of the last one; the day is that of the bot's zone.
    """

    chat_id: int
    hour: int
    language: Language
    chosen_at: dt.datetime
    seen: tuple[str, ...] = ()
    sent_on: dt.date | None = None


def is_due(subscription: Subscription, moment: dt.datetime) -> bool:
    """Tell whether the day's distinction is to be sent at `moment`, which carries the bot's zone.

    What a restart missed is due for the rest of the day; the day on which the hour was chosen too late is not.
    """
    return subscription.chosen_at < _hour_on(subscription, moment) <= moment and not _had(subscription, moment)


def comes_today(subscription: Subscription, moment: dt.datetime) -> bool:
    """Tell whether the next one is still to come on the day of `moment`."""
    return moment < _hour_on(subscription, moment) and not _had(subscription, moment)


def _hour_on(subscription: Subscription, moment: dt.datetime) -> dt.datetime:
    return moment.replace(hour=subscription.hour, minute=0, second=0, microsecond=0)


def _had(subscription: Subscription, moment: dt.datetime) -> bool:
    return subscription.sent_on == moment.date()
