"""/mydata and /forgetme as whole updates: everything given, everything gone, nobody else's touched."""

import json

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.cards import with_cards
from tests.support.days import jobs_of
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Data, Stage, buttons, said

HONEY = "tell me of honey comb"
PUPIL = 7


@pytest.fixture
async def pupil(small_stage: Stage, language: Language) -> Stage:
    """A pupil who asked something in a class and outside it, waits for an answer, and voted."""
    code = await begins_a_class(small_stage, "4V")
    stage = somebody(small_stage, PUPIL, language)
    answer = await stage.says(HONEY)
    await stage.hear(stage.person.taps(answer, "h:en:bees-honey"))
    await stage.says(f"/join {code}")
    missed = await stage.says("capital of peru")
    await stage.hear(stage.person.taps(missed, f"n:{language}:"))
    await stage.says("/simple")
    await stage.says(f"/language {language}")
    return stage


def file_in(stage: Stage, message: Data) -> str:
    """Give the file that a message brings."""
    return stage.telegram.documents.uploads[message["document"]["file_id"]].decode()


async def test_everything_is_given_as_a_page(pupil: Stage, phrases: Phrases, language: Language) -> None:
    message = await pupil.says("/mydata")
    assert said(message) == phrases.own_data.caption
    assert message["document"]["file_name"] == "mydata.html"
    page = file_in(pupil, message)
    assert f'<html lang="{language}">' in page
    for part in ("capital of peru", "bees-honey", "4V", phrases.own_data.tables["waiting"]):
        assert part in page


async def test_everything_is_given_for_programs(pupil: Stage) -> None:
    message = await pupil.says("/mydata JSON")
    data = json.loads(file_in(pupil, message))
    assert {name: len(rows) for name, rows in data.items()} == {
        "questions": 2,
        "feedback": 1,
        "conversations": 1,
        "waiting": 1,
        "preferences": 1,
        "class_members": 1,
        "class_questions": 1,
        "classes": 1,
    }


async def test_a_tap_gives_the_same_as_the_command(pupil: Stage, phrases: Phrases) -> None:
    message = await pupil.taps(await pupil.says("/privacy"), phrases.privacy.get)
    assert "capital of peru" in file_in(pupil, message)


async def test_who_is_not_known_is_told_so(speaker: Stage, phrases: Phrases) -> None:
    assert said(await speaker.says("/mydata")) == phrases.own_data.nothing
    asked = await speaker.says("/forgetme")
    assert said(await speaker.taps(asked, phrases.own_data.yes)) == phrases.own_data.was_nothing


async def test_after_one_question_everything_is_gone(
    pupil: Stage, phrases: Phrases, small_services: Services, small_stage: Stage
) -> None:
    await small_stage.says(HONEY)
    asked = await pupil.says("/forgetme")
    assert said(asked) == phrases.own_data.ask
    assert len(await rows_of(small_services, "*", "class_questions")) == 1
    gone = await pupil.taps(asked, phrases.own_data.yes)
    assert said(gone).startswith(phrases.own_data.gone)
    assert f"- {phrases.own_data.tables['questions']}: 2" in said(gone)
    assert (gone["message_id"], buttons(gone)) == (asked["message_id"], {})
    for table in ("class_questions", "class_members", "waiting", "feedback", "preferences", "picks"):
        assert await rows_of(small_services, "*", table) == []
    assert len(await rows_of(small_services, "*", "questions")) == 1
    assert len(await rows_of(small_services, "*", "classes")) == 1
    assert said(await pupil.says("/mydata")) == phrases.own_data.nothing


async def test_what_only_the_process_remembers_is_gone_too(
    pupil: Stage, phrases: Phrases, small_services: Services
) -> None:
    missed = await pupil.says("capital of france")
    asked = await pupil.says("/forgetme")
    await pupil.taps(asked, phrases.own_data.yes)
    assert small_services.recent.find(PUPIL, missed["message_id"]) is None


async def test_the_daily_distinction_stops(
    open_as: Open, small_services: Services, language: Language, phrases: Phrases
) -> None:
    reader = await open_as(language, services=with_cards(small_services, "one"))
    await reader.taps(await reader.says("/today"), f"y:{language}:8")
    assert len(jobs_of(reader.application)) == 1
    await reader.taps(await reader.says("/forgetme"), phrases.own_data.yes)
    assert jobs_of(reader.application) == ()
    assert await rows_of(small_services, "*", "daily") == []


async def test_who_thinks_again_keeps_everything(pupil: Stage, phrases: Phrases, small_services: Services) -> None:
    asked = await pupil.taps(await pupil.says("/privacy"), phrases.privacy.forget)
    assert said(await pupil.taps(asked, phrases.own_data.no)) == phrases.own_data.stays
    assert len(await rows_of(small_services, "*", "class_questions")) == 1


async def test_a_teacher_hears_what_goes_along(small_stage: Stage, pupil: Stage, small_services: Services) -> None:
    english = small_services.phrasebook["en"]
    asked = await small_stage.says("/forgetme")
    assert said(asked) == f"{english.own_data.ask}\n\n{english.own_data.ask_teacher}"
    gone = await small_stage.taps(asked, english.own_data.yes)
    assert f"- {english.own_data.tables['classes']}: 1" in said(gone)
    for table in ("classes", "class_teachers", "class_members", "class_questions"):
        assert await rows_of(small_services, "*", table) == []
    assert pupil


async def test_in_a_group_nothing_is_shown_or_erased(
    pupil: Stage, group_stage: Stage, phrases: Phrases, language: Language, small_services: Services
) -> None:
    for typed in ("/mydata", "/mydata json", "/forgetme"):
        assert said(await group_stage.says(typed)) == phrases.own_data.only_private
    message = await group_stage.says("/help")
    for about in ("mine", "forget", "forgotten", "stays"):
        refused = await group_stage.taps(message, f"z:{language}:{about}")
        assert said(refused) == phrases.own_data.only_private
    assert len(await rows_of(small_services, "*", "class_questions")) == 1
    assert pupil


async def test_while_the_database_is_away_nothing_is_promised(
    pupil: Stage, phrases: Phrases, bot_settings: Settings
) -> None:
    asked = await pupil.says("/forgetme")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert said(await pupil.taps(asked, phrases.own_data.yes)) == phrases.preferences.unkept
        assert said(await pupil.says("/mydata")) == phrases.preferences.unkept
