"""The first page: what this is, and where to go on."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.web.pages import Pages


@dataclass(frozen=True)
class Home:
    """The first page."""

    pages: Pages

    async def show(self, request: Request) -> Response:
        """Show it."""
        return self.pages.show(request, "home.html")
