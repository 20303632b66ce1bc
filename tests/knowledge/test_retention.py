"""How long what is kept: the promise that the privacy page makes."""

import datetime as dt

from knowledge.retention import USUAL


def test_questions_are_kept_for_a_quarter_and_nothing_for_more_than_a_year() -> None:
    assert USUAL.questions == dt.timedelta(days=90)
    assert max(USUAL.questions, USUAL.conversations, USUAL.waiting, USUAL.tries) <= dt.timedelta(days=365)
