"""What the commands that change the base beside its files share."""

from typing import get_args

import click
import pytest

from bot.commands.changing import or_away, reason_of, told
from knowledge.changes import Change
from knowledge.upkeep.teaching import Refused, Why
from tests.support.changes import HONEY, PRICE, WAX, undo


@pytest.mark.parametrize("why", get_args(Why))
def test_every_refusal_has_its_words(why: Why) -> None:
    assert reason_of(Refused(why, "bees-honey"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (HONEY, "phrasing bees-honey en: 'golden stuff from the hive'"),
        (PRICE, "not-ours en: 'what does a hive cost'"),
        (WAX, "entry bees-wax"),
        (undo(3), "undo 3"),
    ],
)
def test_a_change_is_told_in_a_line(change: Change, words: str) -> None:
    assert told(change) == words


def test_a_database_that_is_away_is_one_line() -> None:
    assert or_away(()) == ()
    with pytest.raises(click.ClickException, match="the database can't be reached"):
        or_away(None)
