"""After a start, who waits for an answer that is there by now is told, once."""

import pytest

from handlers.context import Services, services_of
from handlers.delivery import UndeliveredError
from handlers.news import QUOTED, look_for_news
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from knowledge.records.waiting import add_wish, wishes
from tests.handlers.conftest import Open
from tests.support.broken import block
from tests.support.days import jobs_of, run_jobs
from tests.support.rows import rows_of
from tests.support.stage import Data, Stage, buttons

FAR = {"nl": "wat is de hoofdstad van peru", "en": "what is the capital of peru"}
NOW = {"nl": "vertel van honing zoet", "en": "tell me of honey comb"}


async def news(stage: Stage) -> list[Data]:
    """Start the bot's look at what waits; give what it sends."""
    for job in jobs_of(stage.application):
        job.schedule_removal()
    look_for_news(stage.application)
    return await run_jobs(stage)


async def test_who_waits_is_told_once_with_the_answer_a_tap_away(
    speaker: Stage, small_services: Services, language: Language, phrases: Phrases
) -> None:
    await add_wish(small_services.keeper, speaker.person.id, language, NOW[language])
    [message] = await news(speaker)
    assert message["text"] == phrases.waiting.news.format(question=NOW[language])
    [label] = buttons(message)
    assert (await speaker.taps(message, label))["text"].startswith(label)
    assert await news(speaker) == []
    assert await wishes(small_services.keeper) == ()


async def test_what_still_has_no_answer_goes_on_waiting(
    speaker: Stage, small_services: Services, language: Language, phrases: Phrases
) -> None:
    refusal = await speaker.says(FAR[language])
    await speaker.taps(refusal, phrases.waiting.wait)
    assert await news(speaker) == []
    assert len(await wishes(small_services.keeper) or ()) == 1


async def test_what_the_matcher_is_not_sure_of_is_no_news(
    unsure: Stage, small_services: Services, language: Language
) -> None:
    await add_wish(small_services.keeper, unsure.person.id, language, NOW[language])
    assert await news(unsure) == []


async def test_a_question_is_escaped_and_quoted_in_part_if_it_is_long(
    speaker: Stage, small_services: Services, language: Language
) -> None:
    text = f"{NOW[language]} <&> " + "honing honey " * 70
    await add_wish(small_services.keeper, speaker.person.id, language, text)
    [message] = await news(speaker)
    assert f"“{text[:QUOTED]}…”" in message["text"]


async def test_who_blocked_the_bot_is_forgotten(speaker: Stage, small_services: Services, language: Language) -> None:
    await add_wish(small_services.keeper, speaker.person.id, language, NOW[language])
    await add_wish(small_services.keeper, speaker.person.id, language, FAR[language])
    block(speaker)
    assert await news(speaker) == []
    assert await wishes(small_services.keeper) == ()


async def test_who_says_that_the_bot_is_blocked_is_forgotten_at_once(
    speaker: Stage, small_services: Services, language: Language
) -> None:
    await add_wish(small_services.keeper, speaker.person.id, language, FAR[language])
    await speaker.hear(speaker.person.changes_the_bot("member", "kicked"))
    assert await rows_of(small_services, "*", "waiting") == []


async def test_who_cannot_be_reached_is_told_later(
    speaker: Stage, small_services: Services, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: object, **__: object) -> None:
        raise UndeliveredError("unreachable")

    await add_wish(small_services.keeper, speaker.person.id, language, NOW[language])
    with monkeypatch.context() as patch:
        patch.setattr(type(speaker.application.bot), "send_message", unreachable)
        assert await news(speaker) == []
    assert len(await run_jobs(speaker)) == 1


async def test_a_start_that_takes_long_misses_no_news(speaker: Stage) -> None:
    look_for_news(speaker.application)
    [job] = jobs_of(speaker.application)
    assert job.job.misfire_grace_time >= 3600


async def test_without_a_database_it_is_tried_again(open_as: Open) -> None:
    stage = await open_as("en")
    keeper = services_of(stage.application).keeper
    keeper._fail(OSError())
    assert await news(stage) == []
    assert len(jobs_of(stage.application)) == 2


async def test_the_language_of_the_question_is_that_of_the_news(open_as: Open, small_services: Services) -> None:
    stage = await open_as("en")
    await add_wish(small_services.keeper, stage.person.id, "nl", NOW["nl"])
    [message] = await news(stage)
    assert message["text"].startswith("Je vroeg ooit")
