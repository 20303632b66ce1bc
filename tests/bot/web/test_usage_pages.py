"""The page on how the bot is used: over real HTTP, and in a real browser."""

import datetime as dt
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser

from bot.web.page_links import LINK_SECONDS
from tests.support.browsing import School, visitor
from tests.support.chromium import PHONE, PROJECTOR, barriers, is_too_wide, looking
from tests.support.days import Calendar
from tests.support.school import TEACHER

USED = "How the bot is used"


def link_to(the_school: School) -> str:
    links = the_school.services.page_links
    assert links is not None
    parts = urlsplit(links.to_usage(TEACHER))
    return f"{parts.path}?{parts.query}"


async def test_the_link_opens_the_page_and_is_gone_from_the_address(the_school: School) -> None:
    async with visitor(the_school.address) as client:
        answer = await client.get(link_to(the_school))
        assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, "/usage")
        page = await client.get("/usage?lang=en")
        assert USED in page.text
        assert page.headers["cache-control"] == "no-store"
        table = await client.get("/usage/table.csv?lang=en")
        assert table.content.decode("utf-8-sig").startswith("part,item,")


@pytest.mark.parametrize("key", ["", "x", "x.y.z", "0" * 2000])
async def test_nobody_else_gets_in(the_school: School, key: str) -> None:
    async with visitor(the_school.address) as client:
        assert (await client.get("/usage/open", params={"key": key})).status_code == HTTPStatus.FORBIDDEN
        for path in ("/usage", "/usage/table.csv"):
            assert (await client.get(path)).status_code == HTTPStatus.FORBIDDEN


async def test_a_link_ends(the_school: School, calendar: Calendar) -> None:
    link = link_to(the_school)
    calendar.moment += dt.timedelta(seconds=LINK_SECONDS + 1)
    async with visitor(the_school.address) as client:
        assert (await client.get(link)).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("screen", [PHONE, PROJECTOR], ids=["phone", "projector"])
@pytest.mark.parametrize("lang", ["nl", "en"])
async def test_nobody_is_kept_out(browser: Browser, the_school: School, screen: Mapping[str, Any], lang: str) -> None:
    async with looking(browser, the_school.address.url, **screen) as page:
        await page.goto(link_to(the_school))
        await page.goto(f"/usage?lang={lang}")
        assert (await barriers(page), await is_too_wide(page)) == ([], False)
