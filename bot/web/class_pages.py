"""The page of a class, for its teachers: the live board for the projector, the report, the routes."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.class_views import Board, Counting, views_of
from bot.web.desk import Desk
from bot.web.joining import joining_of
from bot.web.pages import Pages
from bot.web.shielding import RefusedError
from bot.web.streams import Event, Streams
from handlers.report_words import About
from knowledge.classes import Class
from knowledge.languages import Language
from knowledge.records.class_material import material_of
from knowledge.reports.material import Material
from knowledge.reports.pdf import draw_pdf
from knowledge.reports.sheet import Sheet
from knowledge.reports.table import table_of

# How often the board looks for something new.
SECONDS_BETWEEN = 2.0
# Boards that are kept at once, so that many who look at the same one count it once.
MOST_KEPT = 200


@dataclass(frozen=True)
class ClassPages:
    """The pages of a class; `bot_name` gives the username of the bot, None while it is not known."""

    pages: Pages
    desk: Desk
    streams: Streams
    url: str
    bot_name: Callable[[], str | None]
    _boards: dict[tuple[int, Language], tuple[Material, Board]] = field(default_factory=dict)

    @property
    def routes(self) -> list[BaseRoute]:
        """Where they are."""
        return [
            Route("/class/{class_id}", self.board),
            Route("/class/{class_id}/news", self.news),
            Route("/class/{class_id}/report", self.report),
            Route("/class/{class_id}/report.csv", self.table),
            Route("/class/{class_id}/report.pdf", self.pdf),
            Route("/class/{class_id}/routes", self.lessons),
        ]

    async def board(self, request: Request) -> Response:
        """Show the board."""
        found = await self.desk.class_of(request)
        board = await self._board(request, found)
        joining = joining_of(found, self.url, self.bot_name()) if found.is_open(self._now) else None
        return self.pages.show(request, "board.html", school_class=found, tab="board", board=board, joining=joining)

    async def news(self, request: Request) -> Response:
        """Send the board anew whenever it changed, as long as the teacher teaches the class."""
        await self.desk.class_of(request)
        return self.streams.respond(self._news(request))

    async def report(self, request: Request) -> Response:
        """Show the report."""
        found = await self.desk.class_of(request)
        sheet = await self._sheet(request, found)
        views = views_of(sheet.sections)
        return self.pages.show(request, "report.html", school_class=found, tab="report", sheet=sheet, views=views)

    async def table(self, request: Request) -> Response:
        """Give the report as a table."""
        return await self._file(request, table_of, "csv", "text/csv; charset=utf-8")

    async def pdf(self, request: Request) -> Response:
        """Give the report as a PDF."""
        return await self._file(request, draw_pdf, "pdf", "application/pdf")

    async def lessons(self, request: Request) -> Response:
        """Show the routes."""
        found = await self.desk.class_of(request)
        routes = self._counting(request, found).routes()
        return self.pages.show(request, "routes.html", school_class=found, tab="routes", routes=routes)

    async def _file(self, request: Request, draw: Callable[[Sheet], bytes], ending: str, kind: str) -> Response:
        found = await self.desk.class_of(request)
        content = await asyncio.to_thread(draw, await self._sheet(request, found))
        name = f"{self.pages.phrases(request).report.file}-{found.code}.{ending}"
        return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    async def _news(self, request: Request) -> AsyncIterator[Event]:
        shown, number = "", 0
        while True:
            try:
                found = await self.desk.class_of(request)
                board = await self._board(request, found)
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
        material, key = await self._material(found), (found.id, self.pages.language(request))
        before, board = self._boards.pop(key, (None, None))
        if board is None or before != material:
            board = await asyncio.to_thread(self._counting(request, found).board, material)
        self._boards[key] = material, board
        while len(self._boards) > MOST_KEPT:
            del self._boards[next(iter(self._boards))]
        return board

    async def _sheet(self, request: Request, found: Class) -> Sheet:
        return await asyncio.to_thread(self._counting(request, found).sheet, await self._material(found))

    async def _material(self, found: Class) -> Material:
        material = await material_of(self.pages.services().keeper, found.id)
        if material is None:
            raise RefusedError(503)
        return material

    def _counting(self, request: Request, found: Class) -> Counting:
        services, language = self.pages.services(), self.pages.language(request)
        about = About(found.title, self._now.astimezone(services.zone).date())
        show = services.checks.of(services.library).show
        return Counting(services.library, services.phrasebook[language], language, show, about)

    @property
    def _now(self) -> dt.datetime:
        return self.pages.services().now()
