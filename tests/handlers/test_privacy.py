"""/privacy for a reader, a pupil, a teacher, a group and a school."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.school import begins_a_class, somebody
from tests.support.stage import Stage, buttons, said


def first_line(text: str) -> str:
    """Give the heading of a text."""
    return text.split("\n", 1)[0]


async def test_each_role_is_told_what_concerns_it(speaker: Stage, phrases: Phrases, language: Language) -> None:
    words = phrases.privacy
    reader = said(await speaker.says("/privacy"))
    assert reader.startswith(first_line(words.reader))
    assert first_line(words.teacher) not in reader
    code = await begins_a_class(speaker, "4V")
    assert first_line(words.teacher) in said(await speaker.says("/privacy"))
    pupil = somebody(speaker, 7, language)
    await pupil.says(f"/join {code}")
    message = await pupil.says("/privacy")
    assert first_line(words.pupil).format(title="4V") in said(message)
    left = await pupil.taps(message, phrases.joining.leave)
    assert said(left) == phrases.joining.left


async def test_a_group_is_told_what_is_kept_of_groups(group_stage: Stage, phrases: Phrases) -> None:
    message = await group_stage.says("/privacy")
    assert said(message).startswith(first_line(phrases.privacy.group))
    assert buttons(message) == {}


@pytest.mark.parametrize("way", ["typed", "tapped"])
async def test_a_school_gets_a_page_to_file(
    open_as: Open, small_services: Services, language: Language, phrases: Phrases, way: str
) -> None:
    reader = await open_as(language, services=replace(small_services, operator="Voorbeeldschool"))
    if way == "typed":
        message = await reader.says("/privacy SCHOOL")
    else:
        message = await reader.taps(await reader.says("/privacy"), phrases.privacy.school)
    assert said(message) == phrases.privacy.school_caption
    assert message["document"]["file_name"] == "privacy.html"
    page = reader.telegram.documents.uploads[message["document"]["file_id"]].decode()
    assert page.startswith("<!doctype html>")
    assert page.count("Voorbeeldschool") == 2


async def test_what_is_not_there_is_said(speaker: Stage, phrases: Phrases) -> None:
    assert said(await speaker.says("/privacy nope")) == phrases.privacy.unknown


@pytest.mark.parametrize("about", ["", "nope", "school-1", "forgottenx"])
async def test_a_button_that_nobody_made_does_nothing(
    speaker: Stage, phrases: Phrases, language: Language, about: str
) -> None:
    message = await speaker.says("/privacy")
    assert said(await speaker.taps(message, f"z:{language}:{about}")) == phrases.callback.unreadable
