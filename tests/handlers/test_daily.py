"""/today as whole updates through the real application: the hour chosen, changed, and given up."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.daily import HOURS
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.cards import with_cards
from tests.support.days import ZONE, Calendar, jobs_of
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Stage, buttons, said


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
    """A person whose Telegram is set to that language."""
    return await open_as(language, services=daily_services)


async def test_the_offer_says_whose_clock_it_is_and_what_is_kept(reader: Stage, phrases: Phrases) -> None:
    message = await reader.says("/today")
    assert message["text"] == phrases.daily.offer.format(zone="Europe/Amsterdam")
    hours = [phrases.daily.hour.format(hour=hour) for hour in HOURS]
    assert [*buttons(message)][: len(hours)] == hours
    assert phrases.daily.stop not in buttons(message)


async def test_a_distinction_can_be_had_at_once(reader: Stage, language: Language) -> None:
    message = await reader.says("/today")
    *_, now = buttons(message)
    assert said(await reader.taps(message, now)).startswith(("one", "two", "three"))
    assert now.endswith(language)


@pytest.mark.parametrize(("hour", "today"), [(7, False), (8, True), (21, True)])
async def test_an_hour_is_chosen_by_one_tap_and_told_in_its_place(
    reader: Stage,
    phrases: Phrases,
    daily_services: Services,
    hour: int,
    today: bool,  # noqa: FBT001
) -> None:
    message = await reader.says("/today")
    label = phrases.daily.hour.format(hour=hour)
    changed = await reader.taps(message, label)
    assert changed["message_id"] == message["message_id"]
    sentence = phrases.daily.later_today if today else phrases.daily.tomorrow
    assert changed["text"] == sentence.format(hour=label, zone="Europe/Amsterdam")
    assert phrases.daily.stop in buttons(changed)
    assert await rows_of(daily_services, "chat_id, hour, language, sent_on", "daily") == [
        (reader.person.id, hour, reader.person.language_code, None)
    ]
    assert (await reader.says("/today"))["text"] == changed["text"]


async def test_each_chat_has_one_job_which_the_log_names_by_a_pseudonym(reader: Stage, phrases: Phrases) -> None:
    message = await reader.says("/today")
    for hour in (8, 21, 12):
        message = await reader.taps(message, phrases.daily.hour.format(hour=hour))
    [job] = jobs_of(reader.application)
    assert job.chat_id == reader.person.id
    assert len(str(job.name)) == 32


async def test_a_job_runs_at_the_hour_in_the_zone_that_was_set(reader: Stage, phrases: Phrases) -> None:
    await reader.taps(await reader.says("/today"), phrases.daily.hour.format(hour=8))
    await reader.application.start()
    [job] = jobs_of(reader.application)
    assert job.next_t is not None
    assert (job.next_t.astimezone(ZONE).hour, job.next_t.minute) == (8, 0)
    await reader.application.stop()


async def test_it_is_stopped_in_the_place_of_the_offer(
    reader: Stage, phrases: Phrases, daily_services: Services
) -> None:
    message = await reader.taps(await reader.says("/today"), phrases.daily.hour.format(hour=8))
    changed = await reader.taps(message, phrases.daily.stop)
    assert (changed["message_id"], changed["text"]) == (message["message_id"], phrases.daily.stopped)
    assert await rows_of(daily_services, "*", "daily") == []
    assert jobs_of(reader.application) == ()


async def test_stopping_what_has_not_begun_says_that_it_is_stopped(
    reader: Stage, phrases: Phrases, language: Language
) -> None:
    message = await reader.taps(await reader.says("/today"), f"y:{language}:stop")
    assert message["text"] == phrases.daily.stopped


@pytest.mark.parametrize("about", ["", "6", "08", "24", "8-0", "-8", "8" * 50, "stopped"])
async def test_an_hour_that_nobody_offered_is_not_taken(
    reader: Stage, phrases: Phrases, daily_services: Services, language: Language, about: str
) -> None:
    message = await reader.taps(await reader.says("/today"), f"y:{language}:{about}")
    assert message["text"] == phrases.callback.unreadable
    assert await rows_of(daily_services, "*", "daily") == []


async def test_a_group_is_sent_to_the_private_chat(
    open_as: Open, daily_services: Services, language: Language, phrases: Phrases
) -> None:
    group = await open_as(language, group=-1001, services=daily_services)
    refusal = await group.says("/today")
    assert refusal["text"] == phrases.daily.only_private
    assert (await group.taps(refusal, f"y:{language}:8"))["text"] == phrases.daily.only_private
    assert await rows_of(daily_services, "*", "daily") == []


async def test_a_pack_without_distinctions_says_so(speaker: Stage, phrases: Phrases, language: Language) -> None:
    message = await speaker.says("/today")
    assert message["text"] == phrases.daily.none
    assert (await speaker.taps(message, f"y:{language}:8"))["text"] == phrases.daily.none


@pytest.mark.parametrize("about", ["12", "off"])
async def test_what_cannot_be_kept_or_deleted_is_said(
    reader: Stage, phrases: Phrases, bot_settings: Settings, language: Language, about: str
) -> None:
    message = await reader.taps(await reader.says("/today"), f"y:{language}:8")
    [before] = jobs_of(reader.application)
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await reader.taps(message, f"y:{language}:{about}"))["text"] == phrases.preferences.unkept
    assert jobs_of(reader.application) == (before,)


async def test_help_says_that_the_number_of_the_chat_is_kept(speaker: Stage, language: Language) -> None:
    promise = {"nl": "bewaar ik het nummer van deze chat, tot", "en": "do I keep the number of this chat, until"}
    assert promise[language] in (await speaker.says("/help"))["text"]
