"""The end of a class: chosen, reached at once, or by closing it."""

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.days import ZONE, Calendar
from tests.support.records import change, locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, buttons, said

HONEY = "tell me of honey comb"


@pytest.fixture
async def teacher(open_as: Open, small_services: Services, language: Language) -> Stage:
    """A teacher on 4 January 2027, in Amsterdam."""
    return await open_as(language, services=replace(small_services, zone=ZONE, now=Calendar()))


async def end_of_it(services: Services) -> object:
    """Tell when the only class ends."""
    [(ends_at,)] = await rows_of(services, "ends_at", "classes")
    return ends_at


async def test_the_end_can_be_typed(teacher: Stage, small_services: Services, language: Language) -> None:
    code = await begins_a_class(teacher)
    for typed in ("/class end 2027-07-09", f"/class einde {code} 09-07-2027", "/class END 9.7.2027"):
        message = await teacher.says(typed)
        assert {"nl": "9 juli 2027", "en": "9 July 2027"}[language] in said(message)
        assert await end_of_it(small_services) == "2027-07-09 22:00:00.000000"


@pytest.mark.parametrize(
    ("label", "ends_at"), [("week", "2027-01-11 23"), ("month", "2027-02-03 23"), ("term", "2027-04-04 22")]
)
async def test_the_end_can_be_tapped(
    teacher: Stage, small_services: Services, phrases: Phrases, label: str, ends_at: str
) -> None:
    await begins_a_class(teacher)
    asked = await teacher.taps(await teacher.says("/class"), phrases.class_labels.end)
    changed = await teacher.taps(asked, getattr(phrases.class_labels, label))
    assert changed["message_id"] == asked["message_id"]
    assert str(await end_of_it(small_services)).startswith(ends_at)


@pytest.mark.parametrize("typed", ["2027-01-03", "2028-01-05", "soon", "31-02-2027", "9" * 500, "0000-00-00"])
async def test_a_day_that_cannot_be_the_last_is_not_taken(
    teacher: Stage, small_services: Services, phrases: Phrases, typed: str
) -> None:
    code = await begins_a_class(teacher)
    before = await end_of_it(small_services)
    message = await teacher.says(f"/class end {typed}")
    assert message["text"] == phrases.classes.not_a_day.format(code=code, example="2027-02-03")
    assert await end_of_it(small_services) == before


async def test_a_closed_class_notes_nothing_until_it_is_opened_again(
    teacher: Stage, small_services: Services, phrases: Phrases
) -> None:
    code = await begins_a_class(teacher)
    pupil = somebody(teacher, 7, "en")
    await pupil.says(f"/join {code}")
    closed = await teacher.taps(await teacher.says("/class"), phrases.class_labels.close)
    assert phrases.classes.closed.split("{")[0] in said(closed)
    await pupil.says(HONEY)
    english = small_services.phrasebook["en"].joining
    assert said(await somebody(teacher, 8, "en").says(f"/join {code}")) == english.closed
    assert await rows_of(small_services, "*", "class_questions") == []
    await teacher.taps(closed, phrases.class_labels.reopen)
    await pupil.says(HONEY)
    assert len(await rows_of(small_services, "*", "class_questions")) == 1


async def test_all_is_erased_after_one_question(teacher: Stage, small_services: Services, phrases: Phrases) -> None:
    code = await begins_a_class(teacher, "4V")
    pupil = somebody(teacher, 7, "en")
    await pupil.says(f"/join {code}")
    await pupil.says(HONEY)
    asked = await teacher.taps(await teacher.says("/class"), phrases.class_labels.erase)
    assert asked["text"] == phrases.classes.ask_erase.format(title="4V")
    assert len(await rows_of(small_services, "*", "class_questions")) == 1
    erased = await teacher.taps(asked, phrases.class_labels.erase_now)
    assert erased["text"] == phrases.classes.erased.format(title="4V")
    for table in ("classes", "class_teachers", "class_members", "class_questions"):
        assert await rows_of(small_services, "*", table) == []
    english = small_services.phrasebook["en"].joining
    assert said(await pupil.says(f"/join {code}")) == english.unknown
    assert (await teacher.taps(asked, f"g:{teacher.person.language_code}:erased-1"))["text"] == phrases.classes.unknown


async def test_who_thinks_again_erases_nothing(teacher: Stage, small_services: Services, phrases: Phrases) -> None:
    await begins_a_class(teacher, "4V")
    shown = await teacher.taps(await teacher.says("/class erase"), phrases.class_labels.show)
    assert said(shown).startswith("4V\n\n")
    assert phrases.class_labels.erase in buttons(shown)
    assert len(await rows_of(small_services, "*", "classes")) == 1


async def test_the_other_teachers_hear_that_it_was_erased(
    teacher: Stage, bot_settings: Settings, small_services: Services, language: Language
) -> None:
    await begins_a_class(teacher, "4V")
    await somebody(teacher, 7, "en").says("/language en")
    change(bot_settings.nuancebot_data / "nuancebot.db", "INSERT INTO class_teachers VALUES (1, 7, '2027-01-01')")
    asked = await teacher.says("/class erase")
    _, told = await teacher.hear(teacher.person.taps(asked, f"g:{language}:erased-1"))
    assert told["chat"]["id"] == 7
    assert told["text"] == small_services.phrasebook["en"].class_notices.erased.format(title="4V")


@pytest.mark.parametrize("action", ["close", "week", "erased"])
async def test_what_cannot_be_done_is_said(
    teacher: Stage, phrases: Phrases, bot_settings: Settings, language: Language, action: str
) -> None:
    await begins_a_class(teacher)
    message = await teacher.says("/class")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert (await teacher.taps(message, f"g:{language}:{action}-1"))["text"] == phrases.preferences.unkept
