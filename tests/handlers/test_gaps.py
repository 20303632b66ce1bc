"""/gaps as whole updates: for maintainers alone, from what people missed."""

from dataclasses import replace

import pytest

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.feedback import Vote
from knowledge.languages import Language
from knowledge.records.feedback import keep_vote
from tests.handlers.conftest import Open
from tests.support.broken import with_broken_keeper
from tests.support.stage import Stage, buttons
from tests.support.upkeep_stage import maintained, miss_something


@pytest.fixture
async def maintainer(open_as: Open, small_services: Services, language: Language) -> Stage:
    """A maintainer whose Telegram is set to that language."""
    await miss_something(small_services)
    return await open_as(language, services=maintained(small_services))


async def test_a_maintainer_sees_what_most_people_missed_first(maintainer: Stage, phrases: Phrases) -> None:
    page = await maintainer.says("/gaps")
    assert page["text"].startswith(phrases.gaps.title.format(days=30, count=3))
    assert page["text"].index("needle") < page["text"].index("moon") < page["text"].index("sweet")
    assert "Jansen" not in str(page)
    assert list(buttons(page)) == [phrases.gaps.button.format(number=number) for number in (1, 2, 3)]


async def test_a_gap_tells_why_the_nearest_entries_lost(
    maintainer: Stage, small_services: Services, phrases: Phrases
) -> None:
    page = await maintainer.says("/gaps")
    gap = await maintainer.taps(page, phrases.gaps.button.format(number=1))
    assert "the pain of the needle" in gap["text"]
    assert phrases.gaps.kinds.format(kinds=f"{phrases.gaps.kind['unanswered']} 3") in gap["text"]
    assert phrases.gaps.nearest in gap["text"]
    back = await maintainer.taps(gap, phrases.gaps.back)
    assert back["text"] == page["text"]
    assert small_services.library


async def test_answers_that_did_not_help_are_told(
    maintainer: Stage, small_services: Services, phrases: Phrases
) -> None:
    await keep_vote(small_services.keeper, 7, 1, Vote("bees-honey", "unhelpful", "en"))
    assert phrases.gaps.unhelpful in (await maintainer.says("/gaps"))["text"]


async def test_nothing_missed_is_said(
    open_as: Open, small_services: Services, language: Language, phrases: Phrases
) -> None:
    stage = await open_as(language, services=maintained(small_services))
    assert (await stage.says("/gaps"))["text"] == phrases.gaps.none.format(days=30)


async def test_to_others_the_command_is_unknown(speaker: Stage, small_services: Services, phrases: Phrases) -> None:
    await miss_something(small_services)
    assert (await speaker.says("/gaps"))["text"] == phrases.ask.unknown_command


async def test_in_a_group_it_is_silent(open_as: Open, small_services: Services) -> None:
    stage = await open_as("en", group=-1001, services=maintained(small_services))
    assert await stage.hear(stage.person.says("/gaps")) == []


async def test_a_forwarded_button_opens_nothing_for_others(maintainer: Stage, speaker: Stage, phrases: Phrases) -> None:
    page = await maintainer.says("/gaps")
    data = buttons(page)[phrases.gaps.button.format(number=1)]
    own = await speaker.says("/start")
    for forged in (data, "gs:en:"):
        assert "needle" not in (await speaker.taps(own, forged))["text"]


async def test_a_gap_that_is_gone_is_said(maintainer: Stage, language: Language, phrases: Phrases) -> None:
    page = await maintainer.says("/gaps")
    assert (await maintainer.taps(page, f"gp:{language}:0123"))["text"] == phrases.callback.stale


async def test_a_database_that_is_away_is_said(open_as: Open, small_services: Services) -> None:
    services = maintained(with_broken_keeper(small_services, "nothing"))
    services.keeper._resting_until = float("inf")
    stage = await open_as("en", services=replace(services))
    assert (await stage.says("/gaps"))["text"] == services.phrasebook["en"].gaps.away
