"""Puts the web pages beside a bot that runs, if the settings want them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot.settings import Settings
from bot.web.address import ListenAt
from bot.web.pages import Pages
from bot.web.server import serving
from bot.web.site import build_site
from handlers.context import App, services_of


@asynccontextmanager
async def pages_beside(application: App, settings: Settings) -> AsyncIterator[ListenAt | None]:
    """Serve web pages while the block runs; give where, or None if they are not wanted.

    Raises:
        CannotListenError: nobody can listen at the address that is set.
    """
    if settings.nuancebot_web_address is None:
        yield None
        return
    pages = Pages(partial(services_of, application), secure=(settings.web_url or "").startswith("https:"))
    async with serving(build_site(pages), settings.nuancebot_web_address, settings.nuancebot_web_proxies) as address:
        yield address
