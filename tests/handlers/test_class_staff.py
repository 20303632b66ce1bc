"""Several teachers: invited by a link that works once, handed over to, and stopping."""

import re
from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.days import ZONE, Calendar
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Data, Stage, buttons, links, said

COLLEAGUE = 7


@pytest.fixture
def calendar() -> Calendar:
    """The bot's clock."""
    return Calendar()


@pytest.fixture
async def teacher(open_as: Open, small_services: Services, calendar: Calendar, language: Language) -> Stage:
    """A teacher of a class, on 4 January 2027."""
    stage = await open_as(language, services=replace(small_services, zone=ZONE, now=calendar))
    await begins_a_class(stage, "4V")
    return stage


@pytest.fixture
def colleague(teacher: Stage, language: Language) -> Stage:
    """Somebody else in front of the same bot."""
    return somebody(teacher, COLLEAGUE, language)


def link_in(message: Data) -> str:
    """Give the start parameter in a message."""
    found = re.search(r"\?start=(i-[0-9a-f]{32})\b", said(message))
    assert found
    return found[1]


async def teachers(services: Services) -> list[int]:
    """List the teachers of all classes."""
    return sorted(chat for (chat,) in await rows_of(services, "chat_id", "class_teachers"))


async def test_a_colleague_is_invited_accepts_and_teaches_too(
    teacher: Stage, colleague: Stage, phrases: Phrases, small_services: Services, language: Language
) -> None:
    invitation = await teacher.taps(await teacher.says("/class"), phrases.class_labels.invite)
    assert {"nl": "7 januari 2027", "en": "7 January 2027"}[language] in said(invitation)
    assert phrases.class_labels.share in links(invitation)
    asked = await colleague.says(f"/start {link_in(invitation)}")
    assert asked["text"] == phrases.classes.invited.format(title="4V")
    assert await teachers(small_services) == [teacher.person.id]
    shown, told = await colleague.hear(colleague.person.taps(asked, buttons(asked)[phrases.class_labels.accept]))
    assert said(shown).startswith("4V\n\n")
    assert phrases.class_labels.resign in buttons(shown)
    assert (told["chat"]["id"], told["text"]) == (
        teacher.person.id,
        phrases.class_notices.accepted.format(title="4V"),
    )
    assert await teachers(small_services) == [teacher.person.id, COLLEAGUE]


async def test_a_class_is_handed_over(
    teacher: Stage, colleague: Stage, phrases: Phrases, small_services: Services
) -> None:
    invitation = await teacher.says("/class overdragen")
    asked = await colleague.says(f"/start {link_in(invitation)}")
    assert asked["text"] == phrases.classes.handed.format(title="4V")
    _, told = await colleague.hear(colleague.person.taps(asked, buttons(asked)[phrases.class_labels.accept]))
    assert told["text"] == phrases.class_notices.handed.format(title="4V")
    assert await teachers(small_services) == [COLLEAGUE]
    assert said(await teacher.says("/class")) == phrases.classes.how


async def test_a_link_works_once_and_not_for_long(
    teacher: Stage, colleague: Stage, phrases: Phrases, calendar: Calendar, small_services: Services
) -> None:
    link = link_in(await teacher.says("/class invite"))
    asked = await colleague.says(f"/start {link}")
    accepting = buttons(asked)[phrases.class_labels.accept]
    await colleague.hear(colleague.person.taps(asked, accepting))
    stranger = somebody(teacher, 8, str(teacher.person.language_code))
    assert said(await stranger.says(f"/start {link}")) == phrases.classes.void
    assert said(await stranger.taps(await stranger.says("/help"), accepting)) == phrases.classes.void
    late = link_in(await teacher.says("/class invite"))
    calendar.turn(7, 8)
    assert said(await stranger.says(f"/start {late}")) == phrases.classes.void
    assert await teachers(small_services) == [teacher.person.id, COLLEAGUE]


@pytest.mark.parametrize("secret", ["", "0" * 32, "x" * 62])
async def test_a_guessed_link_leads_nowhere(
    colleague: Stage, phrases: Phrases, language: Language, small_services: Services, secret: str
) -> None:
    message = await colleague.says(f"/start i-{secret}")
    assert said(message) == phrases.classes.void
    assert said(await colleague.taps(message, f"g:{language}:accept-{secret[:50]}")) == phrases.classes.void
    assert COLLEAGUE not in await teachers(small_services)


async def test_ones_own_invitation_makes_nobody_a_teacher_twice(teacher: Stage, phrases: Phrases) -> None:
    asked = await teacher.says(f"/start {link_in(await teacher.says('/class invite'))}")
    assert said(await teacher.taps(asked, phrases.class_labels.accept)) == phrases.classes.already


async def test_a_group_is_sent_to_the_private_chat(
    teacher: Stage, group_stage: Stage, phrases: Phrases, small_services: Services, language: Language
) -> None:
    link = link_in(await teacher.says("/class invite"))
    refused = await group_stage.says(f"/start {link}")
    assert said(refused) == phrases.classes.only_private
    accepting = f"g:{language}:accept-{link.removeprefix('i-')}"
    assert said(await group_stage.taps(refused, accepting)) == phrases.classes.only_private
    assert await teachers(small_services) == [teacher.person.id]


async def test_a_teacher_with_colleagues_can_stop_and_one_without_cannot(
    teacher: Stage, colleague: Stage, phrases: Phrases, small_services: Services
) -> None:
    shown = await teacher.says("/class")
    assert phrases.class_labels.resign not in buttons(shown)
    assert said(await teacher.says("/class resign")) == phrases.classes.alone
    asked = await colleague.says(f"/start {link_in(await teacher.says('/class invite'))}")
    await colleague.hear(colleague.person.taps(asked, buttons(asked)[phrases.class_labels.accept]))
    stopped = await teacher.taps(await teacher.says("/class"), phrases.class_labels.resign)
    assert said(stopped) == phrases.classes.resigned.format(title="4V")
    assert await teachers(small_services) == [COLLEAGUE]


@pytest.mark.parametrize("action", ["invite-1", "handover-1"])
async def test_while_the_database_is_away_nothing_is_promised(
    teacher: Stage, phrases: Phrases, language: Language, bot_settings: Settings, action: str
) -> None:
    message = await teacher.says("/class")
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        assert said(await teacher.taps(message, f"g:{language}:{action}")) == phrases.preferences.unkept
