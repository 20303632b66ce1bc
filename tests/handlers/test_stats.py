"""/stats, as whole updates."""

from dataclasses import replace

from handlers.context import Services
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.handlers.test_class_web import Links
from tests.support.broken import with_broken_keeper
from tests.support.stage import Stage, links
from tests.support.upkeep_stage import maintained


async def test_the_numbers_are_told_and_the_page_is_a_tap_away(
    open_as: Open, small_services: Services, phrases: Phrases, language: Language
) -> None:
    services = replace(maintained(small_services), page_links=Links(https=True))
    stage = await open_as(language, services=services)
    await stage.says({"en": "what about honey jar", "nl": "hoe zit het met honing jar"}[language])
    told = await stage.says("/stats")
    assert f"{phrases.usage.asked}: 1 (100%)" in told["text"]
    assert links(told) == {phrases.usage.page: "https://bot.example.org/usage/open?key=1"}


async def test_without_https_the_address_stands_in_the_text(open_as: Open, small_services: Services) -> None:
    services = replace(maintained(small_services), page_links=Links(https=False))
    stage = await open_as("en", services=services)
    assert "http://bot.example.org/usage/open?key=1" in (await stage.says("/stats"))["text"]


async def test_a_database_that_is_away_is_said(open_as: Open, small_services: Services) -> None:
    services = maintained(with_broken_keeper(small_services, "nothing"))
    services.keeper._resting_until = float("inf")
    stage = await open_as("en", services=services)
    assert (await stage.says("/stats"))["text"] == services.phrasebook["en"].gaps.away


async def test_to_others_it_is_unknown(speaker: Stage, phrases: Phrases) -> None:
    assert (await speaker.says("/stats"))["text"] == phrases.ask.unknown_command
