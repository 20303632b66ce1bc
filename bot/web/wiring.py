"""Puts the whole site together for one bot."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.metrics import Metrics
from bot.web.board_alone import BoardAlone
from bot.web.boards import Boards
from bot.web.chat_pages import ChatPages
from bot.web.class_pages import ClassPages
from bot.web.desk import Desk
from bot.web.forms import Forms
from bot.web.health import Health
from bot.web.home import Home
from bot.web.mini_app import MiniApp
from bot.web.page_links import SignedLinks
from bot.web.pages import Pages
from bot.web.pupils import Entrance
from bot.web.rooms import Rooms
from bot.web.sealing import Seals
from bot.web.site import build_site
from bot.web.streams import Streams
from bot.web.usage_pages import UsagePages
from handlers.context import App, provide, services_of


@dataclass(frozen=True)
class Wiring:
    """What a site is made of: its public address, the secret key of its seals, and the bot's token if it has one.

    Routes `ahead` are no pages: no limit of theirs holds there.
    """

    application: App
    rooms: Rooms
    url: str
    key: bytes
    token: str | None
    streams: Streams = field(default_factory=Streams)
    ahead: Sequence[BaseRoute] = ()
    metrics: Metrics | None = None
    metrics_key: str | None = None

    def connect(self) -> ASGIApp:
        """Let the bot answer in the rooms and give out links to pages; give the site."""
        self.rooms.serve(self.application)
        services = services_of(self.application)
        seals = Seals(self.key, services.now)
        links = SignedLinks(self.url, seals, services.keeper.pseudonyms)
        provide(self.application, replace(services, page_links=links))
        pages = Pages(partial(services_of, self.application), Forms(seals), secure=self.url.startswith("https:"))
        desk = Desk(pages)
        boards = Boards(pages, self.streams, self.url, self._bot_name)
        home = Home(pages, self._bot_name)
        parts = (
            Health(pages.services, self.metrics, self.metrics_key),
            home,
            ChatPages(pages, self.rooms, Entrance(home, self.rooms), self.streams),
            MiniApp(pages, desk, self.token),
            ClassPages(pages, desk, boards),
            BoardAlone(pages, boards),
            UsagePages(pages),
        )
        return build_site(pages, [route for part in parts for route in part.routes], self.ahead)

    def _bot_name(self) -> str | None:
        """Give the bot's username; None until Telegram said it."""
        try:
            return self.application.bot.username
        except RuntimeError:
            return None
