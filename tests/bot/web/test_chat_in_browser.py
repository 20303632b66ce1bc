"""The chat in a real browser: by mouse, keyboard and screen reader, on a phone and on a large screen."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from knowledge.classes import Class
from tests.support.browsing import School
from tests.support.chromium import PHONE, PROJECTOR, barriers, is_too_wide, looking
from tests.support.rows import rows_of

HONEY = "tell me of honey comb"
ANSWER = "The book says something of honey"


@pytest.fixture
async def page(browser: Browser, the_school: School, a_class: Class) -> AsyncIterator[Page]:
    """A pupil's browser, in the chat of the class."""
    async with looking(browser, the_school.address.url, **PHONE) as page:
        await comes_in(page, a_class)
        yield page


async def comes_in(page: Page, a_class: Class) -> None:
    await page.goto(f"/join/{a_class.code.lower()}")
    await page.get_by_role("button", name="To the chat").click()
    await page.wait_for_url("/chat")
    await expect(page.get_by_role("log")).to_contain_text(a_class.title)


async def asks(page: Page, text: str) -> None:
    await page.get_by_label("Type your question").fill(text)
    await page.keyboard.press("Enter")


async def test_an_answer_comes_into_the_page_without_another_page(page: Page) -> None:
    await page.evaluate("window.same = true")
    await asks(page, HONEY)
    await expect(page.get_by_role("log")).to_contain_text(ANSWER)
    assert await page.evaluate("window.same")
    assert await page.get_by_label("Type your question").input_value() == ""
    await expect(page.locator(".bubble.mine")).to_be_in_viewport()


async def test_a_button_is_tapped_and_changes_in_its_place(page: Page) -> None:
    await asks(page, HONEY)
    helpful = page.get_by_role("button", name="Helpful", exact=False).first
    await helpful.click()
    await expect(page.get_by_role("button", name="Noted")).to_be_visible()
    assert await page.locator("article").count() == 3


async def test_everything_can_be_done_with_the_keyboard(browser: Browser, the_school: School, a_class: Class) -> None:
    async with looking(browser, the_school.address.url, **PROJECTOR) as page:
        await page.goto("/")
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.textContent") == "To the content"
        await page.get_by_label("Code of your class").focus()
        await page.keyboard.type(a_class.code)
        await page.keyboard.press("Enter")
        await page.wait_for_url("/chat")
        await expect(page.get_by_role("log")).to_contain_text(a_class.title)
        await page.keyboard.type(HONEY)
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("please")
        await page.keyboard.press("Enter")
        await expect(page.locator(".bubble.mine")).to_contain_text("please")
        source = page.get_by_role("button", name="Source")
        await source.focus()
        await page.keyboard.press("Enter")
        await expect(page.locator("article")).to_have_count(4)


async def test_a_command_in_an_answer_is_a_button(page: Page) -> None:
    await asks(page, "/ask")
    await asks(page, "/help")
    await page.get_by_role("button", name="/topics").last.click()
    await expect(page.locator(".bubble.mine")).to_have_count(3)


async def test_a_quiz_is_answered(page: Page, the_school: School) -> None:
    [(chat,)] = await rows_of(the_school.services, "chat_id", "class_members")
    await the_school.application.bot.send_poll(
        chat, "Who made it?", ["bees", "bears"], type="quiz", correct_option_ids=[0], explanation="Bees did."
    )
    await page.get_by_label("bears").check()
    await page.get_by_role("button", name="Answer").click()
    await expect(page.get_by_text("Bees did.")).to_be_visible()
    await expect(page.get_by_text("Right answer")).to_be_visible()
    assert await barriers(page) == []


async def test_what_comes_of_a_button_is_shown_however_long_the_room(page: Page, the_school: School) -> None:
    [(chat,)] = await rows_of(the_school.services, "chat_id", "class_members")
    for number in range(8):
        await the_school.application.bot.send_message(chat, f"{number} " + "long " * 60)
    await expect(page.locator("article")).to_have_count(9)
    await page.get_by_role("button", name="What is it with honey").click()
    await expect(page.locator("article")).to_have_count(10)
    await expect(page.locator("article").nth(9)).to_be_in_viewport()


async def test_after_a_pause_the_page_hears_what_it_missed(page: Page, the_school: School) -> None:
    [(chat,)] = await rows_of(the_school.services, "chat_id", "class_members")
    await page.context.set_offline(True)
    await the_school.application.bot.send_message(chat, "said meanwhile")
    await page.context.set_offline(False)
    await page.reload()
    await expect(page.get_by_role("log")).to_contain_text("said meanwhile")


async def test_without_scripts_it_works_page_by_page(browser: Browser, the_school: School, a_class: Class) -> None:
    async with looking(browser, the_school.address.url, java_script_enabled=False) as page:
        await comes_in(page, a_class)
        await page.get_by_label("Type your question").fill(HONEY)
        await page.get_by_role("button", name="Send").click()
        await expect(page.get_by_role("log")).to_contain_text(ANSWER)
        await page.get_by_role("button", name="Source").click()
        await expect(page.locator("article")).to_have_count(4)


async def test_who_stops_is_out(page: Page) -> None:
    await page.get_by_role("button", name="Stop").click()
    await expect(page.get_by_role("heading", name="Are you in a class?")).to_be_visible()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("screen", [PHONE, PROJECTOR], ids=["phone", "projector"])
async def test_nobody_is_kept_out(
    browser: Browser, the_school: School, a_class: Class, screen: Mapping[str, Any], lang: str
) -> None:
    async with looking(browser, the_school.address.url, **screen) as page:
        await page.goto(f"/?lang={lang}")
        assert (await barriers(page), await is_too_wide(page)) == ([], False)
        await page.locator("#code").fill(a_class.code)
        await page.keyboard.press("Enter")
        await page.wait_for_url("/chat")
        await expect(page.get_by_role("log")).to_contain_text(a_class.title)
        await page.locator("#text").fill(HONEY)
        await page.keyboard.press("Enter")
        await expect(page.locator("article")).to_have_count(3)
        assert (await barriers(page), await is_too_wide(page)) == ([], False)
