"""What teachers are told, and the hourly job that erases what is over."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.class_notices import begin_sweeping
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.broken import block
from tests.support.days import ZONE, Calendar, jobs_of, run_jobs
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, said

HONEY = "tell me of honey comb"


@pytest.fixture
def calendar() -> Calendar:
    """The bot's clock."""
    return Calendar()


@pytest.fixture
async def teacher(open_as: Open, small_services: Services, calendar: Calendar, language: Language) -> Stage:
    """A teacher of a class until 11 January 2027 with a pupil in it, on a bot that sweeps."""
    stage = await open_as(language, services=replace(small_services, zone=ZONE, now=calendar))
    code = await begins_a_class(stage, "4V")
    await stage.says("/class end 2027-01-11")
    pupil = somebody(stage, 7, "en")
    await pupil.says(f"/join {code}")
    await pupil.says(HONEY)
    begin_sweeping(stage.application)
    return stage


async def test_the_end_is_announced_once_and_then_all_is_erased(
    teacher: Stage, calendar: Calendar, phrases: Phrases, small_services: Services, language: Language
) -> None:
    calendar.turn(9, 23)
    assert await run_jobs(teacher) == []
    calendar.turn(10, 0)
    [soon] = await run_jobs(teacher)
    day = {"nl": "11 januari 2027", "en": "11 January 2027"}[language]
    assert (soon["chat"]["id"], said(soon)) == (
        teacher.person.id,
        phrases.class_notices.soon.format(title="4V", day=day),
    )
    calendar.turn(11, 23, 59)
    assert await run_jobs(teacher) == []
    assert len(await rows_of(small_services, "*", "class_questions")) == 1
    calendar.turn(12, 0)
    [over] = await run_jobs(teacher)
    assert said(over) == phrases.class_notices.over.format(title="4V")
    for table in ("classes", "class_teachers", "class_members", "class_questions"):
        assert await rows_of(small_services, "*", table) == []
    assert await run_jobs(teacher) == []


async def test_what_a_stopped_bot_missed_is_erased_when_it_comes_back(
    teacher: Stage, calendar: Calendar, small_services: Services
) -> None:
    calendar.turn(31, 12)
    await run_jobs(teacher)
    assert await rows_of(small_services, "*", "classes") == []


async def test_rows_go_when_their_time_is_up(teacher: Stage, calendar: Calendar, small_services: Services) -> None:
    assert len(await rows_of(small_services, "*", "questions")) == 1
    calendar.moment = calendar.moment.replace(month=12)
    await run_jobs(teacher)
    for table in ("questions", "conversations"):
        assert await rows_of(small_services, "*", table) == []


async def test_while_the_database_is_away_nothing_happens_until_it_is_back(
    teacher: Stage, calendar: Calendar, bot_settings: Settings, small_services: Services
) -> None:
    calendar.turn(31, 12)
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert await run_jobs(teacher) == []
    small_services.keeper.clock = lambda: float("inf")
    assert len(await run_jobs(teacher)) == 1
    assert await rows_of(small_services, "*", "classes") == []


async def test_a_teacher_who_blocked_the_bot_keeps_nothing_from_being_erased(
    teacher: Stage, calendar: Calendar, small_services: Services
) -> None:
    block(teacher)
    calendar.turn(10, 0)
    assert await run_jobs(teacher) == []
    calendar.turn(12, 0)
    assert await run_jobs(teacher) == []
    assert await rows_of(small_services, "*", "classes") == []


async def test_a_pupil_who_blocked_the_bot_is_in_no_class_any_more(teacher: Stage, small_services: Services) -> None:
    pupil = somebody(teacher, 7)
    await pupil.hear(pupil.person.changes_the_bot("member", "kicked"))
    assert await rows_of(small_services, "*", "class_members") == []


async def test_the_job_runs_every_hour(teacher: Stage) -> None:
    [job] = jobs_of(teacher.application)
    assert job.job.trigger.interval.total_seconds() == 3600
