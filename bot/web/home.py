"""The first page: what this is, and the ways in: for pupils by a code, for everybody else in Telegram."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.pages import Pages

_LONGEST = 20


@dataclass(frozen=True)
class Home:
    """The first page; a link to a class has its code filled in. `bot_name` gives the bot's username, if it is known."""

    pages: Pages
    bot_name: Callable[[], str | None]

    @property
    def routes(self) -> list[BaseRoute]:
        """Where it is."""
        return [Route("/", self.show), Route("/join/{code}", self.show)]

    async def show(self, request: Request) -> Response:
        """Show it."""
        return self.page(request, request.path_params.get("code", ""))

    def page(self, request: Request, code: str, wrong: str = "") -> Response:
        """Show it with a code filled in; `wrong` says why that one did not let anybody in."""
        status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
        name = self.bot_name()
        return self.pages.show(request, "home.html", status, code=code[:_LONGEST], wrong=wrong, bot_name=name)
