"""The class page as a Mini App of Telegram: who opens it is known by what Telegram says of them."""

import json
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web.desk import Desk
from bot.web.init_data import NotFromTelegramError, Opened, read_init_data
from bot.web.page_links import read_link
from bot.web.pages import Pages
from bot.web.shielding import RefusedError
from handlers.buttons import read_id
from knowledge.languages import as_language


@dataclass(frozen=True)
class MiniApp:
    """The ways in for teachers; `token` is the bot's, None where there is no Telegram."""

    pages: Pages
    desk: Desk
    token: str | None

    @property
    def routes(self) -> list[BaseRoute]:
        """Where they are."""
        return [
            Route("/app", self.show),
            Route("/class/app", self.enter, methods=["POST"]),
            Route("/class/open", self.open),
        ]

    async def show(self, request: Request) -> Response:
        """Show the page that hands over what Telegram says; it stands behind the `#` of its address."""
        return self.pages.show(request, "app.html", class_id=request.query_params.get("class", ""))

    async def enter(self, request: Request) -> Response:
        """Let in a teacher whom Telegram names; say where to go on.

        Only a script of this site can send JSON here: from elsewhere a browser asks first, and gets no answer.
        """
        opened, class_id = await self._opened(request)
        services = self.pages.services()
        who = services.keeper.pseudonyms.of(opened.user_id)
        await self.desk.taught(class_id, who)
        language = as_language(opened.language_code)
        response = JSONResponse({"to": f"/class/{class_id}" + (f"?lang={language}" if language else "")})
        self.desk.sit(request, response, who, None, framed=True)
        return response

    async def open(self, request: Request) -> Response:
        """Let in a teacher who has a link of the bot's."""
        found = read_link(self.pages.forms.seals, request.query_params.get("key"))
        if found is None:
            raise RefusedError(403)
        class_id, who = found
        await self.desk.taught(class_id, who)
        response = RedirectResponse(f"/class/{class_id}", HTTPStatus.SEE_OTHER)
        self.desk.sit(request, response, who, class_id, framed=False)
        return response

    async def _opened(self, request: Request) -> tuple[Opened, int]:
        if request.headers.get("content-type") != "application/json" or self.token is None:
            raise RefusedError(403)
        try:
            asked = json.loads(await request.body())
            class_id = read_id(asked["class"])
            opened = read_init_data(asked["initData"], self.token, self.pages.services().now())
        except (AttributeError, KeyError, NotFromTelegramError, RecursionError, TypeError, ValueError):
            raise RefusedError(403) from None
        if class_id is None:
            raise RefusedError(404)
        return opened, class_id
