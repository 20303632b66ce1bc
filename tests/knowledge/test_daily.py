"""When a day's distinction is due."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from knowledge.daily import HOURS, Subscription, comes_today, is_due

ZONE = ZoneInfo("Europe/Amsterdam")


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """Give a moment in July, when Amsterdam is two hours ahead of UTC."""
    return dt.datetime(2027, 7, day, hour, minute, tzinfo=ZONE)


def chosen(day: int, hour: int, sent_on: int | None = None) -> Subscription:
    """Give a subscription for eight o'clock that was chosen at a moment in July."""
    sent = dt.date(2027, 7, sent_on) if sent_on else None
    return Subscription(1, 8, "nl", at(day, hour).astimezone(dt.UTC), sent_on=sent)


@pytest.mark.parametrize(
    ("subscription", "moment", "due", "today"),
    [
        (chosen(1, 7), at(1, 7, 59), False, True),
        (chosen(1, 7), at(1, 8), True, False),
        (chosen(1, 7), at(1, 23, 59), True, False),
        (chosen(1, 7), at(2, 0), False, True),
        (chosen(1, 7), at(5, 9), True, False),
        # Chosen when the hour was over: from the next day on.
        (chosen(1, 9), at(1, 10), False, False),
        (chosen(1, 9), at(2, 8), True, False),
        # One a day, whatever hour was chosen in between.
        (chosen(1, 7, sent_on=1), at(1, 8), False, False),
        (chosen(1, 7, sent_on=1), at(1, 7), False, False),
        (chosen(1, 7, sent_on=1), at(2, 8), True, False),
    ],
)
def test_it_is_due_from_its_hour_until_the_end_of_the_day(
    subscription: Subscription,
    moment: dt.datetime,
    due: bool,  # noqa: FBT001
    today: bool,  # noqa: FBT001
) -> None:
    assert (is_due(subscription, moment), comes_today(subscription, moment)) == (due, today)


def test_no_hour_can_be_chosen_that_a_change_of_the_clock_touches() -> None:
    assert min(HOURS) > 3
    assert max(HOURS) < 23
    assert list(HOURS) == sorted(set(HOURS))
