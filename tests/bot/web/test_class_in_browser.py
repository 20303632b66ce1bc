"""The class page in a real browser: live, in both languages, on a phone and on a projector; and as a Mini App."""

from collections.abc import AsyncIterator, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.async_api import Browser, Page, expect

from bot.offline.telegram import TOKEN
from knowledge.classes import Class
from tests.support.browsing import School
from tests.support.chromium import PHONE, PROJECTOR, barriers, is_too_wide, looking
from tests.support.days import Calendar
from tests.support.init_data import init_data
from tests.support.school import PUPIL, TEACHER, somebody

HONEY = "tell me of honey comb"


def link_to(the_school: School, a_class: Class, *, alone: bool = False) -> str:
    links = the_school.services.page_links
    assert links is not None
    link = links.to_class(a_class.id, TEACHER)
    parts = urlsplit(link.board if alone else link.browser)
    return f"{parts.path}?{parts.query}"


async def asks(the_school: School, a_class: Class, text: str, pupils: int) -> None:
    for number in range(pupils):
        pupil = somebody(the_school.teacher, PUPIL + number, "en")
        await pupil.hear(pupil.person.says(f"/join {a_class.code}"))
        await pupil.hear(pupil.person.says(text))


@pytest.fixture
async def page(browser: Browser, the_school: School, a_class: Class) -> AsyncIterator[Page]:
    """The board on the projector."""
    async with looking(browser, the_school.address.url, **PROJECTOR) as page:
        await page.goto(link_to(the_school, a_class))
        yield page


async def test_a_question_comes_on_the_board_and_is_told_to_who_can_not_see_it(
    page: Page, the_school: School, a_class: Class
) -> None:
    await expect(page.get_by_text("No questions yet")).to_be_visible()
    await page.evaluate("window.same = true")
    await asks(the_school, a_class, HONEY, 6)
    await expect(page.get_by_role("listitem").filter(has_text="What is it with honey")).to_be_visible(timeout=15_000)
    await expect(page.get_by_role("status")).to_contain_text("New on the board: What is it with honey")
    await expect(page.get_by_text("asked 6 times")).to_be_visible(timeout=15_000)
    assert await page.evaluate("window.same")


async def test_the_computer_at_the_projector_gets_the_board_alone_and_it_goes_on(
    browser: Browser, the_school: School, a_class: Class
) -> None:
    async with looking(browser, the_school.address.url, **PROJECTOR) as page:
        await page.goto(link_to(the_school, a_class, alone=True))
        await asks(the_school, a_class, HONEY, 1)
        await expect(page.get_by_role("listitem").filter(has_text="What is it with honey")).to_be_visible(
            timeout=15_000
        )
        await expect(page.get_by_role("link", name="Report")).to_have_count(0)


async def test_the_address_does_not_keep_the_key(page: Page, a_class: Class) -> None:
    assert urlsplit(page.url).path == f"/class/{a_class.id}"
    assert "key" not in page.url


async def test_its_parts_are_reached_with_the_keyboard(page: Page) -> None:
    await page.get_by_role("link", name="Report").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("4V maatschappijleer")
    await expect(page.get_by_role("link", name="Report")).to_have_attribute("aria-current", "page")
    await page.get_by_role("link", name="Nederlands").click()
    await expect(page.get_by_role("link", name="Verslag")).to_be_visible()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("screen", [PHONE, PROJECTOR], ids=["phone", "projector"])
async def test_nobody_is_kept_out(
    browser: Browser, the_school: School, a_class: Class, screen: Mapping[str, Any], lang: str
) -> None:
    await asks(the_school, a_class, HONEY, 6)
    await asks(the_school, a_class, "zebras and a very long word: " + "x" * 200, 6)
    async with looking(browser, the_school.address.url, **screen) as page:
        for alone in True, False:
            await page.goto(link_to(the_school, a_class, alone=alone))
        for part in "board", "class":
            for tab in ("", "/report", "/routes") if part == "class" else ("",):
                await page.goto(f"/{part}/{a_class.id}{tab}?lang={lang}")
                assert (part, tab, await barriers(page), await is_too_wide(page)) == (part, tab, [], False)


async def test_it_is_printed_without_what_can_only_be_clicked(page: Page) -> None:
    await page.emulate_media(media="print")
    await expect(page.get_by_role("link", name="Report")).to_be_hidden()
    await expect(page.get_by_role("heading", name="4V maatschappijleer")).to_be_visible()


async def test_as_a_mini_app_it_opens_by_what_telegram_says(
    browser: Browser, the_school: School, a_class: Class, calendar: Calendar
) -> None:
    said = init_data(TEACHER, TOKEN, calendar())
    async with looking(browser, the_school.address.url, **PHONE) as page:
        await page.goto(f"/app?class={a_class.id}#tgWebAppData={quote(said)}&tgWebAppVersion=9.0")
        await expect(page.get_by_role("heading", name=a_class.title)).to_be_visible()
        assert "tgWebAppData" not in page.url
        await expect(page.get_by_role("link", name="Bord")).to_be_visible()


async def test_a_mini_app_of_somebody_else_says_so(browser: Browser, the_school: School, calendar: Calendar) -> None:
    said = init_data(TEACHER + 1, TOKEN, calendar())
    async with looking(browser, the_school.address.url, refused=True, **PHONE) as page:
        await page.goto(f"/app?class=1#tgWebAppData={quote(said)}")
        await expect(page.get_by_role("status")).to_contain_text("this is not your class")


async def test_outside_of_telegram_a_mini_app_says_how_to_open_it(browser: Browser, the_school: School) -> None:
    async with looking(browser, the_school.address.url, **PHONE) as page:
        await page.goto("/app?class=1")
        await expect(page.get_by_role("status")).to_contain_text("send /class page to the bot")
        assert await barriers(page) == []
