"""A real browser: Debian's Chromium, headless, driven over its own protocol."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE: Mapping[str, Any] = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "has_touch": True}
PROJECTOR: Mapping[str, Any] = {"viewport": {"width": 1920, "height": 1080}}


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start the browser, and end it when the block does."""
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=[*_FLAGS])
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def looking(browser: Browser, url: str, *, refused: bool = False, **how: Any) -> AsyncIterator[Page]:
    """Open a page of a site; whatever it complains of in its console, or asks of other sites, is an error.

    If it is `refused` something, the browser complains of that alone.
    """
    context = await browser.new_context(base_url=url, locale="en-GB", **how)
    complaints: list[str] = []
    page = await context.new_page()
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(url) else None)
    try:
        yield page
    finally:
        await context.close()
    assert [each for each in complaints if not (refused and "the server responded with a status of" in each)] == []


async def barriers(page: Page) -> list[str]:
    """List what keeps people from using a page (axe-core: WCAG 2.2 A and AA, and good practice)."""
    found = await Axe().run(page)
    return [f"{each['id']}: {node['html']}" for each in found.response["violations"] for node in each["nodes"]]


async def is_too_wide(page: Page) -> bool:
    """Tell whether people have to scroll sideways."""
    return bool(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
