"""The page of a class, for its teachers: the live board for the projector, the report, the routes."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.boards import Boards
from bot.web.class_views import views_of
from bot.web.desk import Desk
from bot.web.pages import Pages
from knowledge.classes import Class
from knowledge.reports.sheet import Sheet
from knowledge.reports.table import table_of


@dataclass(frozen=True)
class ClassPages:
    """The pages of a class."""

    pages: Pages
    desk: Desk
    boards: Boards

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
        return await self.boards.show(request, found, f"/class/{found.id}", alone=False)

    async def news(self, request: Request) -> Response:
        """Send the board anew whenever it changed, as long as the teacher teaches the class."""
        await self.desk.class_of(request)
        return self.boards.news(request, self.desk.class_of)

    async def report(self, request: Request) -> Response:
        """Show the report."""
        found = await self.desk.class_of(request)
        sheet = await self._sheet(request, found)
        views = views_of(sheet.sections)
        return self.pages.show(
            request, "report.html", school_class=found, tab="report", alone=False, sheet=sheet, views=views
        )

    async def table(self, request: Request) -> Response:
        """Give the report as a table."""
        return await self._file(request, table_of, "csv", "text/csv; charset=utf-8")

    async def pdf(self, request: Request) -> Response:
        """Give the report as a PDF."""
        from knowledge.reports.pdf import draw_pdf  # noqa: PLC0415  (a third of a second that a start saves)

        return await self._file(request, draw_pdf, "pdf", "application/pdf")

    async def lessons(self, request: Request) -> Response:
        """Show the routes."""
        found = await self.desk.class_of(request)
        routes = self.boards.counting(request, found).routes()
        return self.pages.show(request, "routes.html", school_class=found, tab="routes", alone=False, routes=routes)

    async def _file(self, request: Request, draw: Callable[[Sheet], bytes], ending: str, kind: str) -> Response:
        found = await self.desk.class_of(request)
        content = await asyncio.to_thread(draw, await self._sheet(request, found))
        name = f"{self.pages.phrases(request).report.file}-{found.code}.{ending}"
        return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    async def _sheet(self, request: Request, found: Class) -> Sheet:
        return await asyncio.to_thread(self.boards.counting(request, found).sheet, await self.boards.material(found))
