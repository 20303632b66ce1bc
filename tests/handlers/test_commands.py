"""Commands and descriptions as they are published, and that all who speak of commands speak of the same."""

import re
from dataclasses import replace

import pytest
from telegram.ext import CommandHandler

from handlers import registry
from handlers.commands import FOR_ADMINISTRATORS, IN_GROUPS, IN_PRIVATE, publish
from handlers.context import Services
from handlers.phrasebook import COMMAND_NAMES, read_phrasebook
from knowledge.languages import Language
from tests.support.phrases import every_sentence
from tests.support.stage import Data, Stage

PRIVATE = {"type": "all_private_chats"}


async def published(stage: Stage, services: Services, method: str) -> dict[str | None, Data]:
    """Publish, and give the parameters of each call of a method by its language code."""
    await publish(stage.application.bot, services.library, services.phrasebook)
    calls = [
        call.parameters
        for call in stage.telegram.calls
        if call.method == method and call.parameters.get("scope", PRIVATE) == PRIVATE
    ]
    assert len({call.get("language_code") for call in calls}) == len(calls)
    return {call.get("language_code"): call for call in calls}


@pytest.mark.parametrize(("code", "spoken"), [("nl", "nl"), ("en", "en"), (None, "en")])
async def test_commands_are_published_in_each_language_and_in_english_for_everybody_else(
    small_stage: Stage, small_services: Services, code: str | None, spoken: Language
) -> None:
    words = small_services.phrasebook[spoken].commands
    calls = await published(small_stage, small_services, "setmycommands")
    assert [(command["command"], command["description"]) for command in calls[code]["commands"]] == [
        (name, words[name]) for name in IN_PRIVATE
    ]
    assert calls.keys() == {"nl", "en", None}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("default", IN_PRIVATE),
        ("all_private_chats", IN_PRIVATE),
        ("all_group_chats", IN_GROUPS),
        ("all_chat_administrators", (*IN_GROUPS, "quiet", "lively")),
    ],
)
@pytest.mark.parametrize("code", ["nl", "en", None])
async def test_each_kind_of_chat_is_shown_the_commands_that_are_for_it(
    small_stage: Stage, small_services: Services, kind: str, names: tuple[str, ...], code: str | None
) -> None:
    await publish(small_stage.application.bot, small_services.library, small_services.phrasebook)
    [shown] = [
        [command["command"] for command in call.parameters["commands"]]
        for call in small_stage.telegram.calls
        if call.method == "setmycommands"
        and (call.parameters["scope"], call.parameters.get("language_code")) == ({"type": kind}, code)
    ]
    assert shown == [*names]


def test_every_command_is_published_somewhere() -> None:
    assert {*IN_PRIVATE, *IN_GROUPS, *FOR_ADMINISTRATORS} == {*COMMAND_NAMES}


@pytest.mark.parametrize(("code", "said"), [("nl", "Legt een boek"), ("en", "Explains a book"), (None, "Explains a")])
async def test_the_description_is_published_in_each_language(
    small_stage: Stage, small_services: Services, code: str | None, said: str
) -> None:
    calls = await published(small_stage, small_services, "setmydescription")
    assert calls[code]["description"].startswith(said)


@pytest.mark.parametrize(("code", "said"), [("nl", "Dieren, uit"), ("en", "Animals, ex"), (None, "Animals, ex")])
async def test_the_short_description_is_published_in_each_language(
    small_stage: Stage, small_services: Services, code: str | None, said: str
) -> None:
    calls = await published(small_stage, small_services, "setmyshortdescription")
    assert calls[code]["short_description"].startswith(said)


async def test_telegram_takes_all_that_the_own_pack_publishes(stage: Stage, services: Services) -> None:
    for method in ("setmycommands", "setmydescription", "setmyshortdescription"):
        assert len(await published(stage, services, method)) >= 3
        stage.telegram.calls.clear()


async def test_a_pack_in_one_language_is_published_for_everybody(small_stage: Stage, small_services: Services) -> None:
    library = small_services.library
    dutch = replace(library, pack=library.pack.model_copy(update={"languages": ("nl",)}))
    calls = await published(small_stage, replace(small_services, library=dutch), "setmycommands")
    assert None in calls


async def test_the_published_commands_are_those_that_are_handled(small_stage: Stage) -> None:
    handlers = small_stage.application.handlers[0]
    handled = {name for handler in handlers if isinstance(handler, CommandHandler) for name in handler.commands}
    assert handled - {*registry._FOR_EDITORS} == {*COMMAND_NAMES}


@pytest.mark.parametrize("name", COMMAND_NAMES)
async def test_every_published_command_is_answered(small_stage: Stage, name: str) -> None:
    assert not (await small_stage.says(f"/{name}"))["text"].startswith("I do not know that command")


def test_no_sentence_speaks_of_a_command_that_is_not_there(language: Language) -> None:
    for sentence in every_sentence(read_phrasebook()[language]).values():
        assert {*re.findall(r"(?<!\w)/([a-z]+)", sentence)} <= {*COMMAND_NAMES, *registry._FOR_EDITORS}
