"""The first page."""

from html import unescape

import pytest

from handlers.context import Services
from knowledge.languages import LANGUAGES, Language
from tests.support.browsing import visiting


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_says_who_this_is(small_services: Services, language: Language) -> None:
    async with visiting(small_services) as client:
        page = unescape((await client.get("/", params={"lang": language})).text)
    face = small_services.library.face(language)
    assert f"<h1>{face.name}</h1>" in page
    assert face.description in page
    assert '<a href="https://t.me/some_bot" rel="noopener noreferrer">@some_bot</a>' in page


@pytest.mark.parametrize("code", ["BCDFGH", '"><script>', "x" * 500])
async def test_a_link_to_a_class_fills_in_its_code_as_text(small_services: Services, code: str) -> None:
    async with visiting(small_services) as client:
        page = (await client.get("/join/" + code.replace("/", ""))).text
    assert "<script>" not in page
    assert 'value="BCDFGH"' in page or code != "BCDFGH"
