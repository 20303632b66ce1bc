"""Chats in a browser, told from those in Telegram."""

from telegram import Update

from bot.offline.person import Person
from handlers.in_browser import FIRST_ID, InBrowser, is_in_browser
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.school import somebody
from tests.support.stage import buttons, said


async def test_what_is_asked_there_is_answered_as_anywhere(open_as: Open) -> None:
    in_browser = somebody(await open_as("en"), FIRST_ID + 1, "en")
    assert "honey" in said(await in_browser.says("tell me of honey comb"))


async def test_nobody_there_is_promised_to_be_told_later(open_as: Open, language: Language, phrases: Phrases) -> None:
    stage = await open_as(language)
    in_browser = somebody(stage, FIRST_ID + 1, language)
    asked = "zebra xylophone quantum"
    assert phrases.waiting.wait in buttons(await stage.says(asked))
    assert phrases.waiting.wait not in buttons(await in_browser.says(asked))


async def test_what_comes_from_no_chat_comes_from_no_browser(open_as: Open) -> None:
    stage = await open_as("en")
    raw = Person(stage.telegram).queries("x")
    assert not InBrowser().filter(Update.de_json(raw, stage.application.bot))


def test_ids_of_telegram_have_fewer_bits() -> None:
    assert not is_in_browser(2**52)
    assert not is_in_browser(-(2**60))
    assert is_in_browser(2**53)
