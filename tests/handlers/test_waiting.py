"""Waiting for an answer, as whole updates through the real application."""

import pytest

from bot.settings import Settings
from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.test_taps import as_inaccessible
from tests.support.records import locked
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage, buttons

FAR = {"nl": "wat is de hoofdstad van peru", "en": "what is the capital of peru"}


@pytest.fixture
async def refusal(speaker: Stage, language: Language) -> Data:
    """A refusal of a question."""
    return await speaker.says(FAR[language])


async def test_a_miss_offers_to_tell_and_promises_it_in_place(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language, refusal: Data
) -> None:
    promised = await speaker.taps(refusal, phrases.waiting.wait)
    assert (promised["message_id"], promised["text"]) == (refusal["message_id"], refusal["text"])
    assert phrases.waiting.never_mind in buttons(promised)
    assert phrases.waiting.wait not in buttons(promised)
    assert await rows_of(small_services, "chat_id, language, text", "waiting") == [
        (speaker.person.id, language, FAR[language])
    ]


async def test_it_is_left_with_one_tap_and_can_be_wanted_again(
    speaker: Stage, phrases: Phrases, small_services: Services, refusal: Data
) -> None:
    promised = await speaker.taps(refusal, phrases.waiting.wait)
    left = await speaker.taps(promised, phrases.waiting.never_mind)
    assert await rows_of(small_services, "*", "waiting") == []
    await speaker.taps(left, phrases.waiting.wait)
    assert len(await rows_of(small_services, "*", "waiting")) == 1


async def test_nobody_can_leave_it_for_another(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language, refusal: Data
) -> None:
    await speaker.taps(refusal, phrases.waiting.wait)
    for about in ("", "nope", "0" * 16):
        await speaker.hear(speaker.person.taps(refusal, f"b:{language}:{about}"))
    assert len(await rows_of(small_services, "*", "waiting")) == 1


@pytest.mark.parametrize("about", ["", "bees-honey"])
async def test_a_question_that_is_forgotten_has_to_be_asked_again(
    speaker: Stage, phrases: Phrases, small_services: Services, language: Language, about: str
) -> None:
    welcome = await speaker.says("/start")
    assert (await speaker.taps(welcome, f"n:{language}:{about}"))["text"] == phrases.waiting.lost
    assert await rows_of(small_services, "*", "waiting") == []


async def test_a_group_is_not_asked(
    group_stage: Stage, phrases: Phrases, small_services: Services, language: Language
) -> None:
    refusal = await group_stage.says(f"/ask {FAR[language]}")
    assert phrases.waiting.wait not in buttons(refusal)
    assert (await group_stage.taps(refusal, f"n:{language}:"))["text"] == phrases.waiting.lost
    assert await rows_of(small_services, "*", "waiting") == []


async def test_under_a_message_that_cannot_be_changed_the_promise_comes_in_a_new_one(
    speaker: Stage, phrases: Phrases, language: Language, refusal: Data
) -> None:
    gone = as_inaccessible(refusal)
    assert (await speaker.taps(gone, f"n:{language}:"))["text"] == phrases.waiting.promised
    assert (await speaker.taps(gone, f"b:{language}:abc"))["text"] == phrases.waiting.left


async def test_what_cannot_be_kept_is_not_promised(
    speaker: Stage, phrases: Phrases, bot_settings: Settings, language: Language, refusal: Data
) -> None:
    with locked(bot_settings.nuancebot_data / "nuancebot.db"):
        for verb in ("n", "b"):
            assert (await speaker.taps(refusal, f"{verb}:{language}:"))["text"] == phrases.preferences.unkept
