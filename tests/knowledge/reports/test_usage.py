"""How the bot is used, added up."""

import datetime as dt

from knowledge.reports.usage import Counted, Day, Judged, usage_of

MONDAY, TUESDAY = dt.date(2026, 3, 16), dt.date(2026, 3, 17)
ROWS = [
    Counted(MONDAY, "answer", "nl", "bees-honey", 5),
    Counted(MONDAY, "clarify", "en", None, 2),
    Counted(TUESDAY, "answer", "en", "bees-sting", 7),
    Counted(TUESDAY, "source", "en", "bees-sting", 1),
    Counted(TUESDAY, "fallback", "en", None, 3),
    Counted(TUESDAY, "smalltalk", "en", None, 9),
]
JUDGED = Judged({"bees-honey": 2}, {"bees-sting": 1}, {"bees-sting": 2}, picked=1)


def test_what_was_asked_is_added_up() -> None:
    found = usage_of(ROWS, JUDGED, [MONDAY, TUESDAY, TUESDAY + dt.timedelta(days=1)])
    assert found.days == (
        Day(MONDAY, 7, 5, 2, 0),
        Day(TUESDAY, 11, 8, 0, 3),
        Day(TUESDAY + dt.timedelta(days=1), 0, 0, 0, 0),
    )
    assert (found.asked, found.answered, found.unclear, found.refused, found.small_talk) == (18, 13, 2, 3, 9)
    assert (found.helped, found.misled) == (14, 3)
    assert found.languages == {"en": 13, "nl": 5}
    assert found.entries == (("bees-sting", 7), ("bees-honey", 5))


def test_nothing_asked_is_nothing() -> None:
    found = usage_of([], Judged({}, {}, {}, 0), [MONDAY])
    assert (found.asked, found.helped, found.days) == (0, 0, (Day(MONDAY, 0, 0, 0, 0),))
