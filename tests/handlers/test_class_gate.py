"""What a pupil, a stranger, a teacher of another class or a forged button may not do is refused at every step."""

import pytest

from handlers.class_gate import refusal
from handlers.classes import ACTIONS, TAPPED
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.classes import MOST_CLASSES, Refused
from knowledge.languages import Language
from tests.support.rows import rows_of
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, said

EVERYTHING = sorted({*ACTIONS, *TAPPED})
TABLES = ("classes", "class_teachers", "class_members", "class_questions", "class_invitations")


async def everything_kept(services: Services) -> list[object]:
    """Give all rows of all tables of classes."""
    return [await rows_of(services, "*", table) for table in TABLES]


@pytest.mark.parametrize("action", EVERYTHING)
@pytest.mark.parametrize("who", ["pupil", "stranger", "teacher of another class"])
async def test_only_a_teacher_of_the_class_does_anything_to_it(  # noqa: PLR0913, PLR0917
    small_stage: Stage, small_services: Services, phrases: Phrases, language: Language, action: str, who: str
) -> None:
    code = await begins_a_class(small_stage)
    other = somebody(small_stage, 7, language)
    message = await other.says("/help")
    if who == "pupil":
        message = await other.says(f"/join {code}")
    elif who != "stranger":
        await begins_a_class(other, "5H")
    before = await everything_kept(small_services)
    refused = await other.taps(message, f"g:{language}:{action}-1")
    assert refused["text"] == phrases.classes.unknown
    assert await everything_kept(small_services) == before
    assert "4V" not in said(refused)


@pytest.mark.parametrize("action", EVERYTHING)
async def test_in_a_group_nothing_is_done_to_a_class(
    small_stage: Stage, group_stage: Stage, small_services: Services, phrases: Phrases, action: str
) -> None:
    await begins_a_class(small_stage)
    before = await everything_kept(small_services)
    data = f"g:{group_stage.person.language_code}:{action}-1"
    refused = await group_stage.taps(await group_stage.says("/help"), data)
    assert refused["text"] == phrases.classes.only_private
    assert await everything_kept(small_services) == before


@pytest.mark.parametrize(
    "about",
    ["", "show", "show-", "show-0", "show--1", "show-1-2", "show-" + "9" * 40, "nope-1", "-1", "show-x", "join"],
)
async def test_a_button_that_nobody_made_does_nothing(
    speaker: Stage, small_services: Services, phrases: Phrases, language: Language, about: str
) -> None:
    await begins_a_class(speaker)
    before = await everything_kept(small_services)
    message = await speaker.taps(await speaker.says("/help"), f"g:{language}:{about}")
    assert message["text"] in {phrases.callback.unreadable, phrases.joining.how}
    assert await everything_kept(small_services) == before
    assert said(await speaker.says("/class")).startswith("4V")


def test_a_refusal_says_why_and_not_whether_there_is_such_a_class(phrases: Phrases) -> None:
    assert refusal(phrases, Refused.AWAY) == phrases.preferences.unkept
    assert refusal(phrases, Refused.TOO_MANY) == phrases.classes.too_many.format(most=MOST_CLASSES)
    assert refusal(phrases, Refused.UNKNOWN) == phrases.classes.unknown
