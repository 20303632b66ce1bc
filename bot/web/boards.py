"""The live board of a class, for the projector: as a page, and anew whenever it changed."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from bot.web.class_views import Board, Counting
from bot.web.joining import joining_of
from bot.web.pages import Pages
from bot.web.shielding import RefusedError
from bot.web.streams import Event, Streams
from handlers.report_words import About
from knowledge.classes import Class
from knowledge.languages import Language
from knowledge.records.class_material import material_of
from knowledge.reports.material import Material

# How often the board looks for something new.
SECONDS_BETWEEN = 2.0
# Boards that are kept at once, so that many who look at the same one count it once.
MOST_KEPT = 200


@dataclass(frozen=True)
class Boards:
    """Shows boards; `bot_name` gives the username of the bot, None while it is not known."""

    pages: Pages
    streams: Streams
    url: str
    bot_name: Callable[[], str | None]
    _boards: dict[tuple[int, Language], tuple[Material, Board]] = field(default_factory=dict)

    async def show(self, request: Request, found: Class, address: str, *, alone: bool) -> Response:
        """Show the board of a class that stands at `address`; `alone` if nothing else of the class may be reached."""
        return self.pages.show(
            request,
            "board.html",
            school_class=found,
            tab="board",
            alone=alone,
            address=address,
            board=await self._board(request, found),
            joining=joining_of(found, self.url, self.bot_name()) if found.is_open(self._now) else None,
        )

    def news(self, request: Request, find: Callable[[Request], Awaitable[Class]]) -> Response:
        """Send the board anew whenever it changed, as long as the class is found for who looks at it."""
        return self.streams.respond(self._news(request, find))

    def counting(self, request: Request, found: Class) -> Counting:
        """Give what counts a class for a page."""
        services, language = self.pages.services(), self.pages.language(request)
        about = About(found.title, self._now.astimezone(services.zone).date())
        show = services.checks.of(services.library).show
        return Counting(services.library, services.phrasebook[language], language, show, about)

    async def material(self, found: Class) -> Material:
        """Give what is counted.

        Raises:
            RefusedError: the database is away.
        """
        material = await material_of(self.pages.services().keeper, found.id)
        if material is None:
            raise RefusedError(503)
        return material

    async def _news(self, request: Request, find: Callable[[Request], Awaitable[Class]]) -> AsyncIterator[Event]:
        shown, number = "", 0
        while True:
            try:
                board = await self._board(request, await find(request))
            except RefusedError:
                return
            html = self.pages.fragment(request, "board_lines.html", board=board)
            if html != shown:
                shown, number = html, number + 1
                latest = board.lines[0].text if board.lines else ""
                yield Event("board", {"html": html, "latest": latest}, number)
            await asyncio.sleep(SECONDS_BETWEEN)

    async def _board(self, request: Request, found: Class) -> Board:
        """Give the board; what did not change is not counted again."""
        material, key = await self.material(found), (found.id, self.pages.language(request))
        before, board = self._boards.pop(key, (None, None))
        if board is None or before != material:
            board = await asyncio.to_thread(self.counting(request, found).board, material)
        self._boards[key] = material, board
        while len(self._boards) > MOST_KEPT:
            del self._boards[next(iter(self._boards))]
        return board

    @property
    def _now(self) -> dt.datetime:
        return self.pages.services().now()
