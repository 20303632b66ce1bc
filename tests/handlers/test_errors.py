"""The last resort, with services that break in front of a person."""

import logging
from dataclasses import replace

import pytest
from telegram import Update

from bot.offline.telegram import TOKEN
from handlers.context import Context, Services
from handlers.errors import on_error
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.broken import SECRET, open_blocked_stage, with_broken_answerer, with_broken_keeper
from tests.support.stage import Stage

APOLOGY = {"nl": "Er ging bij mij iets mis.", "en": "Something went wrong on my side."}


@pytest.fixture
async def broken_stage(open_as: Open, small_services: Services, language: Language) -> Stage:
    """A person in front of a bot that can't answer any question."""
    return await open_as(language, services=with_broken_answerer(small_services))


async def test_the_person_gets_an_apology_with_the_reference_that_is_in_the_log(
    broken_stage: Stage, language: Language, phrases: Phrases, caplog: pytest.LogCaptureFixture
) -> None:
    message = await broken_stage.says("what about honey")
    assert message["text"].startswith(APOLOGY[language])
    [record] = caplog.records
    reference = record.getMessage().split()[1].rstrip(":")
    assert message["text"] == phrases.error.apology.format(reference=reference)


async def test_the_log_tells_where_and_of_what_kind_for_the_whole_chain(
    broken_stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await broken_stage.says("what about honey")
    [record] = caplog.records
    said = record.getMessage()
    assert record.levelno == logging.ERROR
    assert "RuntimeError" in said
    assert "KeyError" in said
    assert "broken.py" in said


@pytest.mark.parametrize("text", [SECRET, f"/ask {SECRET}"])
async def test_the_log_has_neither_the_messages_text_nor_the_token(
    broken_stage: Stage, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    await broken_stage.says(text)
    assert caplog.records
    for private in (SECRET, "poisoned", TOKEN, "Person"):
        assert private not in caplog.text


async def test_references_differ(broken_stage: Stage) -> None:
    assert len({(await broken_stage.says("honey"))["text"] for _ in range(3)}) == 3


async def test_after_an_error_the_bot_goes_on(broken_stage: Stage, phrases: Phrases) -> None:
    await broken_stage.says("honey")
    assert (await broken_stage.says("/topics"))["text"] == phrases.topics.title


@pytest.mark.parametrize("method", ["keep", "record"])
async def test_an_error_after_the_answer_leaves_the_answer(
    open_as: Open, small_services: Services, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    stage = await open_as("en", services=with_broken_keeper(small_services, method))
    answer, apology = await stage.hear(stage.person.says("tell me of honey comb"))
    assert "The book says something of honey" in answer["text"]
    assert apology["text"].startswith(APOLOGY["en"])
    assert len(caplog.records) == 1


async def test_a_keeper_that_cannot_tell_the_language_does_not_stop_the_apology(
    open_as: Open, small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    stage = await open_as("en", services=with_broken_keeper(small_services, "find"))
    message = await stage.says("honey")
    assert message["text"].startswith(APOLOGY["en"])
    assert len(caplog.records) == 1
    assert SECRET not in caplog.text


async def test_an_apology_that_cannot_be_delivered_is_logged_with_its_reference(
    open_as: Open, small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    stage = await open_as("en", services=with_broken_answerer(small_services))
    stage.telegram.chats.clear()
    assert await stage.hear(stage.person.says("honey")) == []
    first, second = [record.getMessage() for record in caplog.records]
    assert second == f"error {first.split()[1].rstrip(':')} could not be told: BadRequest"


async def test_a_chat_that_is_gone_is_no_error(small_stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    small_stage.telegram.chats.clear()
    assert await small_stage.hear(small_stage.person.says("honey")) == []
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_an_error_outside_of_any_chat_is_only_logged(
    small_stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await small_stage.application.process_error(None, RuntimeError(SECRET))
    [record] = caplog.records
    assert "RuntimeError" in record.getMessage()
    assert SECRET not in record.getMessage()
    assert small_stage.telegram.calls[1:] == []


async def test_an_error_over_an_update_without_a_chat_is_only_logged(
    small_stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await small_stage.application.process_error(Update(1), RuntimeError(SECRET))
    assert len(caplog.records) == 1


async def test_an_exception_that_is_its_own_cause_ends_the_record(
    small_stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = RuntimeError(), ValueError()
    first.__cause__, second.__cause__ = second, first
    await small_stage.application.process_error(None, first)
    [record] = caplog.records
    assert record.getMessage().count("ValueError") == 1


async def test_without_an_error_nothing_is_logged(small_stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await on_error(None, Context(small_stage.application))
    assert caplog.records == []


async def test_the_apology_is_escaped_whatever_it_says(open_as: Open, small_services: Services) -> None:
    services = with_broken_answerer(small_services)
    words = services.phrasebook["en"]
    sorry = words.error.model_copy(update={"apology": "Sorry <&> {reference}"})
    book = {**services.phrasebook, "en": words.model_copy(update={"error": sorry})}
    stage = await open_as("en", services=replace(services, phrasebook=book))
    assert (await stage.says("honey"))["text"].startswith("Sorry <&> ")


async def test_a_person_who_blocked_the_bot_is_no_error(
    small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="handlers")
    stage = await open_blocked_stage(small_services)
    assert await stage.hear(stage.person.says("honey")) == []
    assert [record.levelno for record in caplog.records if record.name.startswith("handlers")] == [logging.INFO]
    await stage.application.shutdown()
