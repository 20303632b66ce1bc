"""What can't be done in a browser."""

import pytest
from telegram import Update

from bot.offline.person import Person
from handlers.in_browser import FIRST_ID, NOT_HERE, InBrowser, is_in_browser
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.school import somebody
from tests.support.stage import said


@pytest.mark.parametrize("command", NOT_HERE)
async def test_what_needs_a_chat_that_stays_is_refused_there_alone(
    open_as: Open, language: Language, phrases: Phrases, command: str
) -> None:
    stage = await open_as(language)
    assert said(await stage.says(f"/{command}")) != phrases.error.only_telegram
    in_browser = somebody(stage, FIRST_ID + 1, language)
    assert said(await in_browser.says(f"/{command} new x")) == phrases.error.only_telegram


async def test_everything_else_works_there_too(open_as: Open) -> None:
    in_browser = somebody(await open_as("en"), FIRST_ID + 1, "en")
    assert "honey" in said(await in_browser.says("tell me of honey comb"))


async def test_what_comes_from_no_chat_comes_from_no_browser(open_as: Open) -> None:
    stage = await open_as("en")
    raw = Person(stage.telegram).queries("x")
    update = Update.de_json(raw, stage.application.bot)
    assert not InBrowser().filter(update)


def test_ids_of_telegram_have_fewer_bits() -> None:
    assert not is_in_browser(2**52)
    assert not is_in_browser(-(2**60))
    assert is_in_browser(2**53)
