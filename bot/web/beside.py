"""Puts the web pages beside a bot that runs, if the settings want them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.routing import BaseRoute

from bot.keys import key_in
from bot.metrics import Metrics
from bot.settings import Settings
from bot.web.address import ListenAt
from bot.web.rooms import Rooms
from bot.web.server import serving
from bot.web.wiring import Wiring
from handlers.context import App


@asynccontextmanager
async def pages_beside(
    application: App,
    settings: Settings,
    rooms: Rooms,
    ahead: Sequence[BaseRoute] = (),
    metrics: Metrics | None = None,
) -> AsyncIterator[ListenAt | None]:
    """Serve web pages while the block runs, and routes `ahead` of them; give where, or None if they are not wanted.

    Raises:
        CannotListenError: nobody can listen at the address that is set.
    """
    if settings.nuancebot_web_address is None:
        yield None
        return
    key = key_in(settings.nuancebot_data, "web.key", "links to pages have expired")
    token = settings.telegram_bot_token
    said = token.get_secret_value() if token else None
    metrics_key = settings.nuancebot_metrics_key
    wiring = Wiring(
        application,
        rooms,
        settings.web_url or "",
        key,
        said,
        ahead=ahead,
        metrics=metrics,
        metrics_key=metrics_key.get_secret_value() if metrics_key else None,
    )
    site = wiring.connect()
    async with serving(site, settings.nuancebot_web_address, settings.nuancebot_web_proxies) as address:
        try:
            yield address
        finally:
            wiring.streams.close()
