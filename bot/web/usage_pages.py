"""The page on how the bot is used, for who keeps the base: by a link of the bot's, for a school day."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web.class_views import views_of
from bot.web.page_links import read_usage_link
from bot.web.pages import Pages
from bot.web.sealing import Cookie
from bot.web.shielding import RefusedError
from handlers.stats import DAYS
from handlers.usage_words import usage_sheet
from knowledge.records.usage import usage
from knowledge.reports.sheet import Sheet
from knowledge.reports.table import table_of

STAY_SECONDS = 10 * 60 * 60
USAGE = Cookie("usage", "/usage", STAY_SECONDS)
_PURPOSE = "usage"


@dataclass(frozen=True)
class UsagePages:
    """Numbers of a month: as a page, and as a table."""

    pages: Pages

    @property
    def routes(self) -> list[BaseRoute]:
        """Where they are."""
        return [Route("/usage/open", self.open), Route("/usage", self.show), Route("/usage/table.csv", self.table)]

    async def open(self, request: Request) -> Response:
        """Let in whoever has a link of the bot's, in this browser and for a school day."""
        seals = self.pages.forms.seals
        who = read_usage_link(seals, request.query_params.get("key"))
        if who is None:
            raise RefusedError(403)
        response = RedirectResponse("/usage", HTTPStatus.SEE_OTHER)
        USAGE.give(response, seals.seal(_PURPOSE, {"who": who}), secure=self.pages.secure)
        return response

    async def show(self, request: Request) -> Response:
        """Show the numbers."""
        sheet = await self._sheet(request)
        return self.pages.show(request, "usage.html", sheet=sheet, views=views_of(sheet.sections))

    async def table(self, request: Request) -> Response:
        """Give the numbers as a table."""
        content = table_of(await self._sheet(request))
        headers = {"Content-Disposition": 'attachment; filename="usage.csv"'}
        return Response(content, media_type="text/csv; charset=utf-8", headers=headers)

    async def _sheet(self, request: Request) -> Sheet:
        if self.pages.forms.seals.open(_PURPOSE, USAGE.of(request), STAY_SECONDS) is None:
            raise RefusedError(403)
        services = self.pages.services()
        found = await usage(services.keeper, DAYS, services.now())
        if found is None:
            raise RefusedError(503)
        return usage_sheet(services.library, self.pages.phrases(request), found, self.pages.language(request))
