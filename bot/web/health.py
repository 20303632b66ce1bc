"""Whether the process is alive, for whoever watches over it."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route


async def alive(_request: Request) -> PlainTextResponse:
    """Say that the loop turns."""
    return PlainTextResponse("ok\n")


ROUTES: list[BaseRoute] = [Route("/healthz", alive)]
