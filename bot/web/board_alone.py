"""The board and nothing else, for the computer at the projector: whoever has the link sees that alone."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web.boards import Boards
from bot.web.page_links import read_board_link
from bot.web.pages import Pages
from bot.web.sealing import Cookie
from bot.web.shielding import RefusedError
from handlers.buttons import read_id
from knowledge.classes import Class, Refused
from knowledge.records.class_doors import class_with_id

# A school day.
STAY_SECONDS = 10 * 60 * 60
_PURPOSE = "board"


@dataclass(frozen=True)
class BoardAlone:
    """The way to a board without a desk."""

    pages: Pages
    boards: Boards

    @property
    def routes(self) -> list[BaseRoute]:
        """Where it is."""
        return [
            Route("/board/open", self.open),
            Route("/board/{class_id}", self.show),
            Route("/board/{class_id}/news", self.news),
        ]

    async def open(self, request: Request) -> Response:
        """Let in whoever has a link of the bot's, in this browser and for a school day."""
        seals = self.pages.forms.seals
        class_id = read_board_link(seals, request.query_params.get("key"))
        if class_id is None:
            raise RefusedError(403)
        await self._found(class_id)
        response = RedirectResponse(_address(class_id), HTTPStatus.SEE_OTHER)
        _cookie(class_id).give(response, seals.seal(_PURPOSE, {"class": class_id}), secure=self.pages.secure)
        return response

    async def show(self, request: Request) -> Response:
        """Show the board."""
        found = await self._class_of(request)
        return await self.boards.show(request, found, _address(found.id), alone=True)

    async def news(self, request: Request) -> Response:
        """Send the board anew whenever it changed, as long as the class goes on."""
        await self._class_of(request)
        return self.boards.news(request, self._class_of)

    async def _class_of(self, request: Request) -> Class:
        class_id = read_id(request.path_params["class_id"])
        if class_id is None:
            raise RefusedError(403)
        content = self.pages.forms.seals.open(_PURPOSE, _cookie(class_id).of(request), STAY_SECONDS)
        if content != {"class": class_id}:
            raise RefusedError(403)
        return await self._found(class_id)

    async def _found(self, class_id: int) -> Class:
        services = self.pages.services()
        found = await class_with_id(services.keeper, class_id, services.now())
        if isinstance(found, Refused):
            raise RefusedError(503 if found is Refused.AWAY else 404)
        return found


def _address(class_id: int) -> str:
    return f"/board/{class_id}"


def _cookie(class_id: int) -> Cookie:
    """Give the cookie of one board: boards of several classes don't know of each other."""
    return Cookie("board", _address(class_id), STAY_SECONDS)
