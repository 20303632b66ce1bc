"""All pages together, behind what stands before every one of them."""

from collections.abc import Sequence
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.pace import Pace
from bot.web.pages import Pages
from bot.web.refusing import Refusals
from bot.web.shielding import PER_ADDRESS, with_headers, with_pace, with_refusals, with_small_bodies


def build_site(pages: Pages, routes: Sequence[BaseRoute] = (), ahead: Sequence[BaseRoute] = ()) -> ASGIApp:
    """Put the pages of the site together with further `routes`; those `ahead` are behind none of the limits."""
    everything = [*pages.routes, *routes]
    router = Router(everything, default=_nowhere)
    paced = with_pace(with_small_bodies(router), Pace.of(PER_ADDRESS))
    site = with_headers(with_refusals(paced, Refusals(pages).refuse), secure=pages.secure)
    return Router([*ahead], default=site) if ahead else site


async def _nowhere(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise HTTPException(HTTPStatus.NOT_FOUND)
