"""The pages in a frame of somebody else's: a real browser shows nothing of them."""

from playwright.async_api import Browser
from starlette.responses import HTMLResponse

from bot.web.server import serving
from tests.support.browsing import FREE, School
from tests.support.chromium import PROJECTOR


async def test_nobody_but_telegram_can_put_a_page_into_a_frame(browser: Browser, the_school: School) -> None:
    around = HTMLResponse(f'<iframe src="{the_school.address.url}/"></iframe>')
    async with serving(around, FREE, []) as address:
        context = await browser.new_context(**PROJECTOR)
        page = await context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        await page.goto(address.url)
        await page.wait_for_load_state("networkidle")
        frame = page.frames[1]
        assert "Animal bot" not in await frame.content()
        assert await frame.locator("main").count() == 0
        assert any("frame-ancestors" in each for each in complaints)
        await context.close()
