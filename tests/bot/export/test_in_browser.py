"""The site in a real browser: from a server and from its folder, on a phone and on a projector, by keyboard."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.export.pages import Plan
from bot.export.writing import write_site
from bot.web.address import ListenAt
from bot.web.server import serving
from handlers.phrasebook import read_phrasebook
from knowledge.library import Library
from tests.support.chromium import PHONE, PROJECTOR, barriers, chromium, is_too_wide, looking

PHRASEBOOK = read_phrasebook()
PAGES = (
    "index.html",
    "404.html",
    "nl/index.html",
    "nl/search.html",
    "en/sources.html",
    "en/map.html",
    "nl/distinctions.html",
    "en/topics/sesame.html",
    "nl/answers/everyone-scored.html",
    "en/distinctions/three-phenomena.html",
)


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bot's own pack."""
    folder = tmp_path_factory.mktemp("site")
    write_site(Plan(library, PHRASEBOOK), "bee_bot", folder)
    return folder


@pytest.fixture
async def served(site: Path) -> AsyncIterator[str]:
    """Its address on a server for files."""
    files = Starlette(routes=[Mount("/", StaticFiles(directory=site))])
    async with serving(files, ListenAt("127.0.0.1", 0), []) as address:
        yield f"{address.url}/"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A real browser."""
    async with chromium() as started:
        yield started


@pytest.mark.parametrize("screen", [PHONE, PROJECTOR], ids=["phone", "projector"])
async def test_every_kind_of_page_is_without_barriers(served: str, browser: Browser, screen: Mapping[str, Any]) -> None:
    async with looking(browser, served, **screen) as page:
        for path in PAGES:
            await page.goto(path)
            assert await barriers(page) == [], path
            assert not await is_too_wide(page), path


async def search(page: Page, text: str) -> list[str]:
    """Type into the search; give the questions that are left, once they are fewer."""
    await page.get_by_role("searchbox").fill(text)
    return await page.locator("#questions a").all_inner_texts()


async def test_the_search_finds_from_a_server(served: str, browser: Browser, library: Library) -> None:
    async with looking(browser, served) as page:
        await page.goto("nl/search.html")
        assert len(await search(page, "")) == len(library.entries)
        jaywalking = library.entries["shenzhen-jaywalking"].texts["nl"].question
        assert (await search(page, "rood licht"))[0] == jaywalking
        assert (await search(page, "door ROOD lopen in shenzen?"))[0] == jaywalking
        assert await search(page, "xyzzy") == []
        await expect(page.get_by_role("status")).to_have_text(PHRASEBOOK["nl"].site.none)
        assert len(await search(page, " ")) == len(library.entries)


async def test_the_search_finds_from_the_folder(site: Path, browser: Browser) -> None:
    async with looking(browser, site.as_uri()) as page:
        await page.goto(f"{site.as_uri()}/en/index.html")
        await page.get_by_role("searchbox").fill("jaywalking")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/search.html?q=jaywalking")
        await page.get_by_role("link", name="red in Shenzhen").first.click()
        await page.wait_for_url("**/en/answers/shenzhen-jaywalking.html")


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "a" * 200, "__proto__", "\u202e🐝", "''", "constructor"]
)
async def test_whatever_is_typed_is_only_looked_for(served: str, browser: Browser, text: str) -> None:
    async with looking(browser, served) as page:
        await page.goto("en/search.html")
        await search(page, text)
        assert await page.locator("main img").count() == 0
        await page.goto(f"en/search.html?q={text.replace('&', '')}")
        assert await page.get_by_role("searchbox").count() == 1


async def test_without_scripts_every_question_is_there(served: str, browser: Browser, library: Library) -> None:
    async with looking(browser, served, java_script_enabled=False) as page:
        await page.goto("nl/search.html?q=score")
        assert await page.locator("#questions a").count() == len(library.entries)


async def test_a_page_leads_to_itself_in_the_other_language(served: str, browser: Browser) -> None:
    async with looking(browser, served) as page:
        await page.goto("nl/answers/dangan-what.html")
        await page.get_by_role("link", name="English").click()
        await page.wait_for_url("**/en/answers/dangan-what.html")
        assert await page.get_attribute("html", "lang") == "en"


async def test_the_keyboard_comes_first_to_the_content(served: str, browser: Browser) -> None:
    async with looking(browser, served) as page:
        await page.goto("nl/answers/dangan-what.html")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        assert await page.evaluate("document.activeElement.id") == "main"
