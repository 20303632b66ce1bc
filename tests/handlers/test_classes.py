"""/class: what can be typed behind it, and which class is meant."""

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.support.rows import rows_of
from tests.support.school import begins_a_class
from tests.support.stage import Stage, buttons, said


@pytest.mark.parametrize("typed", ["/class", "/class list", "/class lijst", "/class qr", "/class show"])
async def test_who_has_no_class_is_told_how_to_begin_one(speaker: Stage, phrases: Phrases, typed: str) -> None:
    assert (await speaker.says(typed))["text"] == phrases.classes.how


@pytest.mark.parametrize("typed", ["/class nope", "/class own", "/class en", "/class wipe", "/class <b>", "/class -1"])
async def test_what_cannot_be_done_is_said_with_what_can(speaker: Stage, phrases: Phrases, typed: str) -> None:
    await begins_a_class(speaker)
    text = (await speaker.says(typed))["text"]
    assert text.startswith(phrases.classes.unknown_action.split("{")[0])
    assert all(word in text for word in phrases.classes.words.values())


@pytest.mark.parametrize("typed", ["new", "nieuw", "NEW", "Nieuw"])
async def test_words_of_any_language_are_read(speaker: Stage, small_services: Services, typed: str) -> None:
    await speaker.says(f"/class {typed} 4V")
    assert await rows_of(small_services, "title", "classes") == [("4V",)]


async def test_a_group_is_sent_to_the_private_chat(
    group_stage: Stage, phrases: Phrases, small_services: Services
) -> None:
    for typed in ("/class", "/class new 4V", "/class list"):
        assert (await group_stage.says(typed))["text"] == phrases.classes.only_private
    assert await rows_of(small_services, "*", "class_teachers") == []


async def test_of_several_classes_one_is_chosen(speaker: Stage, phrases: Phrases, language: Language) -> None:
    await begins_a_class(speaker, "4V")
    code = await begins_a_class(speaker, "5H")
    message = await speaker.says("/class")
    assert message["text"] == phrases.classes.yours
    assert buttons(message) == {"4V": f"g:{language}:show-1", "5H": f"g:{language}:show-2"}
    assert said(await speaker.taps(message, "5H")).startswith("5H\n\n")
    message = await speaker.says("/class language")
    assert message["text"] == phrases.classes.which
    assert "“4V”" in said(await speaker.taps(message, "4V"))
    assert "“5H”" in said(await speaker.says(f"/class language {code.lower()}"))


async def test_the_list_is_a_list_also_of_one(speaker: Stage, phrases: Phrases) -> None:
    await begins_a_class(speaker, "4V")
    message = await speaker.says("/class list")
    assert (message["text"], [*buttons(message)]) == (phrases.classes.yours, ["4V"])
