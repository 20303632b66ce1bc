"""The jobs behind /today, in PTB's own job queue: sent once a day, taken up after a restart, given up when blocked."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from telegram.error import BadRequest

from bot.app import Knowledge, build_services
from bot.settings import Settings
from handlers.context import App, Services
from handlers.daily_jobs import AGAIN, restore
from handlers.delivery import UndeliveredError
from handlers.phrasebook import Phrases
from knowledge.daily import Subscription
from knowledge.languages import Language
from knowledge.records.daily import keep_subscription
from tests.handlers.conftest import Open
from tests.support.broken import block
from tests.support.cards import with_cards
from tests.support.days import ZONE, Calendar, jobs_of, run_jobs
from tests.support.records import clear_the_way
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons, open_stage, said

Start: TypeAlias = Callable[[], Awaitable[tuple[Stage, Services]]]


@pytest.fixture
def calendar() -> Calendar:
    """The bot's clock."""
    return Calendar()


@pytest.fixture
def daily_services(small_services: Services, calendar: Calendar) -> Services:
    """Services with three distinctions, and a clock that is set by hand."""
    return with_cards(replace(small_services, zone=ZONE, now=calendar), "one", "two", "three")


@pytest.fixture
async def reader(open_as: Open, daily_services: Services, language: Language) -> Stage:
    """A person who gets a distinction a day at eight."""
    stage = await open_as(language, services=daily_services)
    await stage.taps(await stage.says("/today"), f"y:{language}:8")
    return stage


@pytest.fixture
def start(bot_settings: Settings, small_knowledge: Knowledge, calendar: Calendar) -> Start:
    """Start the bot as a new process would, on the same database each time."""

    async def started() -> tuple[Stage, Services]:
        services = replace(build_services(bot_settings, small_knowledge), now=calendar)
        services = with_cards(services, "one", "two")
        return await open_stage(services), services

    return started


async def test_at_its_hour_the_card_comes_with_one_button_to_stop(
    reader: Stage, calendar: Calendar, language: Language, phrases: Phrases
) -> None:
    assert await run_jobs(reader) == []
    calendar.turn(4, 8)
    [message] = await run_jobs(reader)
    assert said(message).startswith(f"one {language}\n\n")
    assert "photo" in message
    assert phrases.daily.stop in buttons(message)
    stopped = await reader.taps(message, phrases.daily.stop)
    assert stopped["text"] == phrases.daily.stopped
    assert stopped["message_id"] > message["message_id"]
    calendar.turn(5, 8)
    assert await run_jobs(reader) == []


async def test_one_a_day_and_none_twice_before_all_were_sent(reader: Stage, calendar: Calendar) -> None:
    titles = []
    for day in range(4, 10):
        calendar.turn(day, 8)
        [message] = await run_jobs(reader)
        titles.append(said(message).split()[0])
        assert await run_jobs(reader) == []
    assert titles == ["one", "two", "three"] * 2


async def test_another_hour_on_the_same_day_brings_no_second_one(
    reader: Stage, calendar: Calendar, language: Language
) -> None:
    calendar.turn(4, 8)
    assert len(await run_jobs(reader)) == 1
    await reader.taps(await reader.says("/today"), f"y:{language}:12")
    calendar.turn(4, 12)
    assert await run_jobs(reader) == []
    calendar.turn(5, 12)
    [message] = await run_jobs(reader)
    assert said(message).startswith("two")


async def test_its_questions_can_be_picked_by_number(reader: Stage, calendar: Calendar) -> None:
    calendar.turn(4, 8)
    [message] = await run_jobs(reader)
    second = [*buttons(message)][1]
    assert (await reader.says("2"))["text"].startswith(second)


async def test_it_comes_in_the_language_that_was_chosen_since(reader: Stage, calendar: Calendar) -> None:
    await reader.says("/language en")
    calendar.turn(4, 8)
    [message] = await run_jobs(reader)
    assert said(message).startswith("one en")


async def test_it_is_plain_for_who_wants_it_plain(reader: Stage, calendar: Calendar) -> None:
    await reader.says("/plain")
    calendar.turn(4, 8)
    [message] = await run_jobs(reader)
    assert "photo" not in message
    assert "\n2. " in message["text"]


async def test_where_no_picture_can_be_sent_it_comes_in_words(
    reader: Stage, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object, **__: object) -> None:
        raise BadRequest("no pictures here")

    calendar.turn(4, 8)
    monkeypatch.setattr(type(reader.application.bot), "send_photo", refused)
    [message] = await run_jobs(reader)
    assert message["text"].startswith("one")


async def test_who_blocked_the_bot_is_forgotten(reader: Stage, calendar: Calendar, daily_services: Services) -> None:
    block(reader)
    calendar.turn(4, 8)
    assert await run_jobs(reader) == []
    assert await rows_of(daily_services, "*", "daily") == []
    assert jobs_of(reader.application) == ()


async def test_who_says_that_the_bot_is_blocked_is_forgotten_at_once(reader: Stage, daily_services: Services) -> None:
    await reader.hear(reader.person.changes_the_bot("member", "kicked"))
    assert await rows_of(daily_services, "*", "daily") == []
    assert jobs_of(reader.application) == ()


async def test_what_telegram_did_not_take_is_tried_again_the_same_day(
    reader: Stage, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: object, **__: object) -> None:
        raise UndeliveredError("unreachable")

    calendar.turn(4, 8)
    with monkeypatch.context() as patch:
        patch.setattr(type(reader.application.bot), "send_message", unreachable)
        patch.setattr(type(reader.application.bot), "send_photo", unreachable)
        assert await run_jobs(reader) == []
    daily, again = jobs_of(reader.application)
    assert daily.name == again.name
    calendar.turn(4, 8, AGAIN // dt.timedelta(minutes=1))
    assert len(await run_jobs(reader)) == 1


@pytest.mark.parametrize(("day", "hour", "sent"), [(4, 7, 0), (4, 9, 1), (4, 23, 1), (5, 7, 0), (6, 20, 1)])
async def test_after_a_restart_the_job_is_there_and_what_was_missed_today_is_sent_once(
    start: Start, calendar: Calendar, day: int, hour: int, sent: int
) -> None:
    stage, services = await start()
    await stage.taps(await stage.says("/today"), "y:en:8")
    await ended(stage.application, services)
    calendar.turn(day, hour)
    for times in (sent, 0):
        stage, services = await start()
        await restore(stage.application)
        assert len(jobs_of(stage.application)) == 1 + times
        assert len(await run_jobs(stage)) == times
        await ended(stage.application, services)


async def test_a_start_that_takes_long_misses_no_day(reader: Stage, calendar: Calendar) -> None:
    calendar.turn(4, 9)
    await restore(reader.application)
    daily, missed = jobs_of(reader.application)
    assert daily.job.misfire_grace_time >= 3600
    assert missed.job.misfire_grace_time >= 3600


async def test_after_a_restart_without_a_database_it_is_tried_again(start: Start, bot_settings: Settings) -> None:
    path = bot_settings.nuancebot_data / "nuancebot.db"
    path.mkdir(parents=True)
    stage, services = await start()
    await restore(stage.application)
    [again] = jobs_of(stage.application)
    clear_the_way(path)
    services.keeper.clock = lambda: float("inf")
    await keep_subscription(services.keeper, Subscription(stage.person.id, 8, "en", services.now()))
    await again.run(stage.application)
    [daily] = {*jobs_of(stage.application)} - {again}
    assert daily.chat_id == stage.person.id
    await ended(stage.application, services)


async def test_a_pack_that_lost_its_distinctions_sends_nothing(
    reader: Stage, calendar: Calendar, open_as: Open, daily_services: Services
) -> None:
    bare = await open_as("en", services=with_cards(daily_services))
    await restore(bare.application)
    calendar.turn(4, 8)
    assert await run_jobs(bare) == []
    assert len(await run_jobs(reader)) == 1


async def test_the_queue_starts_and_stops_with_the_application(reader: Stage, calendar: Calendar) -> None:
    calendar.turn(4, 9)
    await restore(reader.application)
    await reader.application.start()
    async with asyncio.timeout(60):
        while len(jobs_of(reader.application)) > 1:
            await asyncio.sleep(0)
    await reader.application.stop()
    assert said(reader.telegram.calls[-1].result).startswith("one")


async def ended(application: App, services: Services) -> None:
    """Stop a bot."""
    await application.shutdown()
    await services.keeper.close()
