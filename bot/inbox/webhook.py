"""The web page that Telegram calls with each update: it is told that it came when it is written down."""

import asyncio
import hashlib
import hmac
import json
import logging
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.inbox.box import AWAY, MOST_WAITING, Inbox
from bot.inbox.raw import arriving

logger = logging.getLogger(__name__)

PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
# No update of Telegram's is larger.
MOST_BYTES = 1024 * 1024


def secret_of(token: str) -> str:
    """Derive from a bot's token what Telegram is to say with each update: the same in every process of the bot."""
    return hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()


class Webhook:
    """Takes updates in over HTTP while an inbox is open."""

    def __init__(self, secret: str) -> None:
        """Take what Telegram has to say to be believed."""
        self.secret = secret
        self._inbox: Inbox | None = None
        self._news = asyncio.Event()
        self.routes = [Route(PATH, self._receive, methods=["POST"])]

    def open(self, inbox: Inbox) -> None:
        """Take updates in from now on."""
        self._inbox = inbox

    def close(self) -> None:
        """Take no more in: Telegram brings them again later."""
        self._inbox = None

    async def until_news(self, seconds: float) -> None:
        """Wait until something was taken in, or so long."""
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return
        self._news.clear()

    async def _receive(self, request: Request) -> Response:
        said = request.headers.get(HEADER, "")
        if not hmac.compare_digest(said.encode("utf-8", "replace"), self.secret.encode()):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        if self._inbox is None:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        body = await _body(request)
        if body is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return Response(status_code=await self._take(self._inbox, body))

    async def _take(self, inbox: Inbox, body: bytes) -> HTTPStatus:
        try:
            update = arriving(json.loads(body.decode("utf-8", "replace")))
        except (ValueError, RecursionError):
            update = None
        if update is None:
            # Telegram would bring it for ever.
            logger.warning("what came by webhook is no update: it is passed over")
            return HTTPStatus.OK
        await inbox.lanes.until_fewer_than(MOST_WAITING)
        try:
            await inbox.take([update])
        except AWAY:
            return HTTPStatus.SERVICE_UNAVAILABLE
        self._news.set()
        return HTTPStatus.OK


async def _body(request: Request) -> bytes | None:
    received = bytearray()
    async for part in request.stream():
        received += part
        if len(received) > MOST_BYTES:
            return None
    return bytes(received)
