"""Puts the web pages beside a bot that runs, if the settings want them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot.keys import key_in
from bot.settings import Settings
from bot.web.address import ListenAt
from bot.web.chat_pages import ChatPages
from bot.web.forms import Forms
from bot.web.pages import Pages
from bot.web.pupils import Entrance
from bot.web.rooms import Rooms
from bot.web.sealing import Seals
from bot.web.server import serving
from bot.web.site import build_site
from bot.web.streams import Streams
from handlers.context import App, services_of


@asynccontextmanager
async def pages_beside(application: App, settings: Settings, rooms: Rooms) -> AsyncIterator[ListenAt | None]:
    """Serve web pages while the block runs; give where, or None if they are not wanted.

    Raises:
        CannotListenError: nobody can listen at the address that is set.
    """
    if settings.nuancebot_web_address is None:
        yield None
        return
    rooms.serve(application)
    services = partial(services_of, application)
    seals = Seals(key_in(settings.nuancebot_data, "web.key", "links to pages have expired"), lambda: services().now())
    pages = Pages(services, Forms(seals), secure=(settings.web_url or "").startswith("https:"))
    streams = Streams()
    chat = ChatPages(pages, rooms, Entrance(pages, rooms), streams)
    site = build_site(pages, chat.routes)
    async with serving(site, settings.nuancebot_web_address, settings.nuancebot_web_proxies) as address:
        try:
            yield address
        finally:
            streams.close()
