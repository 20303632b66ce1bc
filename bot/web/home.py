"""The first page: what this is, and the way in for pupils."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.pages import Pages


@dataclass(frozen=True)
class Home:
    """The first page; a link to a class has its code filled in."""

    pages: Pages

    @property
    def routes(self) -> list[BaseRoute]:
        """Where it is."""
        return [Route("/", self.show), Route("/join/{code}", self.show)]

    async def show(self, request: Request) -> Response:
        """Show it."""
        code = request.path_params.get("code", "")[:20]
        return self.pages.show(request, "home.html", code=code, wrong="")
