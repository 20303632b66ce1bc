"""The site on a free port of loopback, and people who visit it over real HTTP."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass

import httpx
from starlette.routing import BaseRoute

from bot.app import build_application, offline_builder
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.web.address import ListenAt
from bot.web.forms import Forms
from bot.web.home import Home
from bot.web.pages import Pages
from bot.web.rooms import Rooms
from bot.web.sealing import Seals
from bot.web.server import serving
from bot.web.site import build_site
from bot.web.splitting import SplitRequest
from bot.web.wiring import Wiring
from handlers.context import App, Services, services_of
from tests.support.school import TEACHER
from tests.support.stage import Stage

FREE = ListenAt("127.0.0.1", 0)
KEY = b"k" * 32


def seals_for(services: Services) -> Seals:
    """Give the seals of the site of a test."""
    return Seals(KEY, services.now)


@asynccontextmanager
async def visiting(
    services: Services, routes: Sequence[BaseRoute] = (), *, secure: bool = False
) -> AsyncIterator[httpx.AsyncClient]:
    """Serve a site and give a client on it that keeps cookies and follows nothing by itself."""
    pages = Pages(lambda: services, Forms(seals_for(services)), secure=secure)
    site = build_site(pages, [*Home(pages, lambda: "some_bot").routes, *routes])
    async with serving(site, FREE, ["127.0.0.1"]) as address, visitor(address) as client:
        yield client


@asynccontextmanager
async def visitor(address: ListenAt) -> AsyncIterator[httpx.AsyncClient]:
    """Give somebody else's client on the same site."""
    async with httpx.AsyncClient(base_url=address.url, trust_env=False, timeout=30) as client:
        yield client


@dataclass(frozen=True)
class School:
    """A bot with its site: where it is, the rooms in it, and the Telegram outside."""

    address: ListenAt
    services: Services
    application: App
    rooms: Rooms
    telegram: OfflineTelegram

    @property
    def teacher(self) -> Stage:
        """The teacher of the classes, in Telegram."""
        return Stage(self.application, self.telegram, Person(self.telegram, id=TEACHER, language_code="en"))


@asynccontextmanager
async def school(
    services: Services, *, started: bool = True, url: str = "http://bot.example.org"
) -> AsyncIterator[School]:
    """Open a bot with all of its site on a free port; unless `started`, it has not reached Telegram yet.

    `url` is what the outside world calls the site.
    """
    rooms, telegram = Rooms(), OfflineTelegram()
    request = SplitRequest(OfflineRequest(telegram), rooms.telegram)
    application = build_application(services, offline_builder(request, TOKEN))
    wiring = Wiring(application, rooms, url, KEY, TOKEN)
    site = wiring.connect()
    starting: AbstractAsyncContextManager[object] = application if started else nullcontext()
    async with starting, serving(site, FREE, ["127.0.0.1"]) as address:
        yield School(address, services_of(application), application, rooms, telegram)
        wiring.streams.close()


def token_in(page: httpx.Response) -> str:
    """Find the token that the forms of a page carry."""
    found = re.search(r'name="token" value="(\w+)"', page.text)
    assert found, page.text
    return found[1]


async def come_in(client: httpx.AsyncClient, code: str) -> httpx.Response:
    """Type the code of a class on the first page; give what comes of it."""
    token = token_in(await client.get("/"))
    return await client.post("/chat/join", data={"token": token, "code": code})
