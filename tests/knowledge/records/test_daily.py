"""Subscriptions in the database: kept as they are, listed after a restart, and gone when they are over."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.daily import Subscription
from knowledge.records.daily import delete_subscription, keep_subscription, subscription_of, subscriptions
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows

CHAT_ID = 5_577_006_791_947_779
ONE = Subscription(CHAT_ID, 8, "nl", dt.datetime(2027, 1, 4, 6, 30, tzinfo=dt.UTC))
OTHER = replace(ONE, chat_id=7, hour=21, language="en", seen=("a", "b"), sent_on=dt.date(2027, 1, 4))


def contents(folder: Path) -> bytes:
    """Read everything that is written in a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_subscriptions_outlive_the_process(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await subscriptions(keeper) == ()
        assert await keep_subscription(keeper, replace(ONE, hour=12))
        assert await keep_subscription(keeper, ONE)
        assert await keep_subscription(keeper, OTHER)
    async with keeping(engine_of(path)) as keeper:
        assert {*(await subscriptions(keeper) or ())} == {ONE, OTHER}
        assert await subscription_of(keeper, OTHER.chat_id) == OTHER
        assert await subscription_of(keeper, 8) is None


@pytest.mark.sqlite
async def test_nothing_of_a_subscription_is_left_in_the_files_when_it_is_over(path: Path) -> None:
    as_number = CHAT_ID.to_bytes(7, "big")
    async with keeping(engine_of(path)) as keeper:
        assert await keep_subscription(keeper, ONE)
    assert as_number in contents(path.parent)
    async with keeping(engine_of(path)) as keeper:
        assert await delete_subscription(keeper, CHAT_ID)
        assert await delete_subscription(keeper, CHAT_ID)
        assert await subscription_of(keeper, CHAT_ID) is None
    assert as_number not in contents(path.parent)


async def test_while_the_database_is_away_nothing_is_promised(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        with locked(path):
            assert not await keep_subscription(keeper, ONE)
        assert await subscriptions(keeper) is None
        assert not await delete_subscription(keeper, CHAT_ID)


async def test_a_subscription_in_a_language_that_is_no_longer_ours_is_passed_over(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_subscription(keeper, replace(ONE, language="fr"))  # type: ignore[arg-type]
        assert await subscriptions(keeper) == ()
        assert rows(path, "SELECT language FROM daily") == [("fr",)]
