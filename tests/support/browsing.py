"""The site on a free port of loopback, and people who visit it over real HTTP."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import httpx
from starlette.routing import BaseRoute

from bot.web.address import ListenAt
from bot.web.pages import Pages
from bot.web.server import serving
from bot.web.site import build_site
from handlers.context import Services

FREE = ListenAt("127.0.0.1", 0)


@asynccontextmanager
async def visiting(
    services: Services, routes: Sequence[BaseRoute] = (), *, secure: bool = False
) -> AsyncIterator[httpx.AsyncClient]:
    """Serve a site and give a client on it that keeps cookies and follows nothing by itself."""
    site = build_site(Pages(lambda: services, secure=secure), routes)
    async with serving(site, FREE, ["127.0.0.1"]) as address, visitor(address) as client:
        yield client


@asynccontextmanager
async def visitor(address: ListenAt) -> AsyncIterator[httpx.AsyncClient]:
    """Give somebody else's client on the same site."""
    async with httpx.AsyncClient(base_url=address.url, trust_env=False) as client:
        yield client
