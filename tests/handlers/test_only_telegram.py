"""What can't be done in a browser."""

import pytest

from handlers.in_browser import FIRST_ID
from handlers.only_telegram import NOT_IN_BROWSER
from handlers.phrasebook import Phrases
from knowledge.languages import Language
from tests.handlers.conftest import Open
from tests.support.school import somebody
from tests.support.stage import said


@pytest.mark.parametrize("command", NOT_IN_BROWSER)
async def test_what_needs_a_chat_that_stays_is_refused_there_alone(
    open_as: Open, language: Language, phrases: Phrases, command: str
) -> None:
    stage = await open_as(language)
    assert said(await stage.says(f"/{command}")) != phrases.error.only_telegram
    in_browser = somebody(stage, FIRST_ID + 1, language)
    assert said(await in_browser.says(f"/{command} new x")) == phrases.error.only_telegram
