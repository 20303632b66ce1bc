"""A class follows a route, as whole updates: given by a teacher, found by pupils, counted, and refused to others."""

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.lessons import labels, taps
from tests.support.records import locked
from tests.support.rounds import School, school_of
from tests.support.rows import rows_of
from tests.support.school import somebody
from tests.support.stage import Data, Stage, buttons

TITLE = {"nl": "Bijen in het kort", "en": "Bees in brief"}


@pytest.fixture
async def school(pupil: Stage) -> School:
    """A class of six."""
    return await school_of(pupil, 6)


async def given(school: School, phrases: Phrases) -> Data:
    """Let the teacher give the short route to the class; give the page that shows how far it is."""
    shown = await school.teacher.says("/lesson")
    overview = await school.teacher.taps(shown, f"lr:{school.teacher.person.language_code}:short")
    choice = await school.teacher.taps(overview, phrases.lessons.for_class)
    [standing] = await taps(school.teacher, choice, "4V maatschappijleer")
    return standing


async def follows(pupil: Stage, step: int) -> None:
    """Go to a step of the route."""
    await pupil.hear(pupil.person.taps(await pupil.says("/lesson"), f"lr:{pupil.person.language_code}:short:{step}"))


async def test_every_pupil_is_told_and_finds_the_lesson(school: School, phrases: Phrases, language: Language) -> None:
    standing = await given(school, phrases)
    assert standing["text"].startswith(
        phrases.lessons.of_class.format(title=TITLE[language], class_title="4V maatschappijleer")
    )
    invited = await school.invited()
    assert invited.keys() == {pupil.person.id for pupil in school.pupils}
    one = school.pupils[0]
    overview = await one.taps(invited[one.person.id], phrases.lessons.look)
    assert TITLE[language] in overview["text"]
    label = phrases.lessons.class_lesson.format(class_title="4V maatschappijleer", title=TITLE[language])
    assert labels(await one.says("/lesson"))[0] == label
    assert label not in labels(await school.teacher.says("/lesson"))


async def test_how_many_began_and_finished_is_told_from_five_on(school: School, phrases: Phrases) -> None:
    standing = await given(school, phrases)
    for pupil in school.pupils[:4]:
        await follows(pupil, 1)
    assert phrases.lessons.begun_few in standing["text"]
    for pupil in school.pupils:
        await follows(pupil, 2)
        await follows(pupil, 1)
    for pupil in school.pupils[:5]:
        await follows(pupil, 5)
    standing = await school.teacher.taps(standing, phrases.rounds.refresh)
    assert phrases.lessons.begun.format(count=6) in standing["text"]
    # Five of six: of the sixth nothing may be told.
    assert phrases.lessons.finished_nearly in standing["text"]


async def test_steps_of_others_and_of_other_routes_do_not_count(
    school: School, phrases: Phrases, rich_services: Services, language: Language
) -> None:
    await given(school, phrases)
    await follows(somebody(school.teacher, 99, language), 1)
    one = school.pupils[0]
    await one.hear(one.person.taps(await one.says("/lesson"), f"lr:{language}:tale:1"))
    assert await rows_of(rich_services, "*", "class_steps") == []


async def test_it_is_given_once(school: School, phrases: Phrases, language: Language) -> None:
    shown = await school.teacher.says("/lesson")
    choice = await school.teacher.taps(shown, f"cr:{language}:short")
    first, twin = (school.teacher.person.taps(dict(choice), f"cs:{language}:1-short") for _ in range(2))
    assert len(await school.teacher.hear(first)) == 2
    assert await school.teacher.hear(twin) == []
    assert phrases.lessons.back in labels(choice)


@pytest.mark.parametrize("data", ["cs:{}:1-short", "ct:{}:1", "cs:{}:99-short", "ct:{}:99"])
async def test_who_is_no_teacher_of_the_class_is_refused(
    school: School, phrases: Phrases, rich_services: Services, language: Language, data: str
) -> None:
    for person in (school.pupils[0], somebody(school.teacher, 99, language)):
        shown = await person.says("/topics")
        assert (await person.taps(shown, data.format(language)))["text"] == phrases.classes.unknown
    assert await rows_of(rich_services, "*", "class_routes") == []


async def test_who_teaches_nothing_is_told_how_to_begin(school: School, phrases: Phrases, language: Language) -> None:
    one = school.pupils[0]
    shown = await one.says("/lesson")
    assert (await one.taps(shown, f"cr:{language}:short"))["text"] == phrases.classes.how


@pytest.mark.parametrize("data", ["cr:{}:gone", "cs:{}:1-gone", "ct:{}:1"])
async def test_a_route_that_is_not_there_is_not_given(
    school: School, phrases: Phrases, language: Language, data: str
) -> None:
    shown = await school.teacher.says("/topics")
    assert (await school.teacher.taps(shown, data.format(language)))["text"] == phrases.lessons.gone


@pytest.mark.parametrize("data", ["cs:{}:x", "cs:{}:", "ct:{}:x"])
async def test_a_button_that_nobody_made_is_not_followed(
    school: School, phrases: Phrases, language: Language, data: str
) -> None:
    shown = await school.teacher.says("/topics")
    assert (await school.teacher.taps(shown, data.format(language)))["text"] == phrases.callback.unreadable


async def test_a_closed_class_is_given_nothing(school: School, phrases: Phrases, language: Language) -> None:
    await school.teacher.says("/class close")
    shown = await school.teacher.says("/topics")
    assert (await school.teacher.taps(shown, f"cs:{language}:1-short"))["text"] == phrases.rounds.class_closed


async def test_what_cannot_be_kept_is_said(
    school: School, phrases: Phrases, bot_settings: Settings, language: Language
) -> None:
    choice = await school.teacher.taps(await school.teacher.says("/lesson"), f"cr:{language}:short")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        answers = await school.teacher.hear(school.teacher.person.taps(choice, buttons(choice)["4V maatschappijleer"]))
    assert answers[-1]["text"] == phrases.preferences.unkept
