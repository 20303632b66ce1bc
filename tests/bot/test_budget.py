"""What is sent keeps to Telegram's limits: within them at once, beyond them when its turn comes."""

import asyncio
import logging

import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.budget import ALONE_SECONDS, Budget, PausedError
from bot.database import open_engine
from bot.delivery import followed
from handlers.context import Services
from knowledge.records.revisions import upgrade
from tests.support.postgres import Postgres, new_database


class Hours:
    """A clock that goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def budget_by(hours: Hours, most: float = 30, engine: AsyncEngine | None = None) -> Budget:
    return Budget(most, engine, clock=hours, sleep=hours.sleep)


async def sent(budget: Budget, hours: Hours, chats: list[int | str]) -> list[float]:
    """Send answers one after another; give when each went, from the first on."""
    begun, went = hours.now, []
    for chat in chats:
        with followed():
            await budget.message(chat, 60.0)
        went.append(round(hours.now - begun, 3))
    return went


async def test_below_the_limits_nobody_waits() -> None:
    hours = Hours()
    assert await sent(budget_by(hours), hours, [*range(1, 31)]) == [0.0] * 30


async def test_over_all_so_many_go_a_second() -> None:
    hours = Hours()
    assert await sent(budget_by(hours), hours, [*range(1, 91)]) == [0.0] * 30 + [1.0] * 30 + [2.0] * 30


async def test_a_chat_gets_some_at_once_and_then_one_a_second_on_average() -> None:
    hours = Hours()
    assert await sent(budget_by(hours), hours, [1] * 12) == [0.0] * 5 + [5.0] * 5 + [10.0] * 2


@pytest.mark.parametrize("group", [-5, "@channel"])
async def test_a_group_gets_twenty_a_minute(group: int | str) -> None:
    hours = Hours()
    assert await sent(budget_by(hours), hours, [group] * 21) == [0.0] * 20 + [60.0]


async def test_who_is_allowed_more_sends_more() -> None:
    hours = Hours()
    went = await sent(budget_by(hours, 1000), hours, [*range(1, 2002)])
    assert went[-1] == pytest.approx(2.0, abs=0.05)
    assert await sent(budget_by(hours, 0), hours, [1] * 100) == [0.0] * 100


async def test_a_mailing_leaves_room_for_answers() -> None:
    hours = Hours()
    budget, begun = budget_by(hours), hours.now
    mailing = asyncio.create_task(asyncio.wait([asyncio.create_task(budget.message(n, 60)) for n in range(100, 300)]))
    while hours.now == begun:
        await asyncio.sleep(0)
    assert await sent(budget, hours, [*range(1, 11)]) == [0.0] * 10
    await mailing
    assert hours.now - begun == pytest.approx(9.0, abs=0.01)


async def test_in_a_pause_nothing_goes_and_afterwards_no_more_than_may(caplog: pytest.LogCaptureFixture) -> None:
    hours = Hours()
    budget = budget_by(hours)
    await budget.pause(20)
    await budget.pause(10)
    assert caplog.messages == ["Telegram takes no more messages for 20 s: they wait"]
    assert await sent(budget, hours, [*range(1, 32)]) == [20.0] * 30 + [21.0]
    await budget.pause(5)
    begun = hours.now
    await budget.edit(60)
    assert hours.now - begun == pytest.approx(5)


async def test_nobody_waits_for_longer_than_patience_lasts() -> None:
    hours = Hours()
    budget = budget_by(hours)
    await budget.pause(3600)
    with pytest.raises(PausedError):
        await budget.message(1, 60.0)
    with pytest.raises(PausedError):
        await budget.edit(60.0)


async def test_memory_does_not_grow_with_the_number_of_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.budget.MOST_REMEMBERED", 100)
    hours = Hours()
    budget = budget_by(hours, 1)
    await sent(budget, hours, [*range(1, 500)])
    assert len(budget._booked) <= 102


async def test_processes_on_one_database_share_a_budget(postgres: Postgres) -> None:
    url = make_url(new_database(postgres, "budget_shared"))
    engines = [open_engine(url), open_engine(url)]
    async with engines[0].begin() as connection:
        await connection.run_sync(upgrade)
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    budgets = [Budget(10, engine, sleep=sleep) for engine in engines]
    for number in range(1, 21):
        with followed():
            await budgets[number % 2].message(number, 60.0)
    # The real clock goes on meanwhile, by less than a second unless the machine stands still.
    assert waits
    for engine in engines:
        await engine.dispose()


async def test_while_the_database_is_away_it_counts_alone(
    small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    hours = Hours()
    # A database that knows nothing of PostgreSQL's locks fails as one that is away.
    budget = budget_by(hours, 30, small_services.keeper.store.engine)
    assert await sent(budget, hours, [*range(1, 32)]) == [0.0] * 30 + [1.0]
    await hours.sleep(ALONE_SECONDS)
    await sent(budget, hours, [1])
    await budget.pause(1)
    told = [message for message in caplog.messages if "shared" in message]
    assert told == ["the limits on sending can't be shared (OperationalError): they are kept alone"] * 2
