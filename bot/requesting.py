"""Calls the Bot API with aiohttp; what can't have been delivered is tried again, what may have been is not."""

import asyncio
import json
from http import HTTPStatus
from math import ceil
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.budget import Budget, PausedError
from bot.reading import answer_in
from handlers.delivery import UndeliveredError

# Telegram's own servers close a connection that is idle for longer; one that they close just then fails a call.
KEEP_ALIVE_SECONDS = 15.0
CONNECT_SECONDS = 5.0
READ_SECONDS = 5.0
UPLOAD_SECONDS = 20.0
# Such calls wait for a Telegram that takes none, or none so soon; all others have somebody who decides.
PATIENT = ("send", "edit", "answer")
# How long they wait at most, all in all.
PATIENCE_SECONDS = 60.0
# These are messages, of which so many may be sent; what only shows that one is coming is none.
_MESSAGES, _SIGNS = "send", ("sendChatAction", "sendMessageDraft")
_JSON = {"Content-Type": "application/json"}


class HttpRequest(BaseRequest):
    """A `telegram.request.BaseRequest` on one pool of connections that are kept alive.

    Proxies are those of the environment. Errors name their kind alone: addresses hold the token.
    """

    def __init__(self, connections: int, patience: float = PATIENCE_SECONDS, budget: Budget | None = None) -> None:
        """Take how many connections there may be, and how long in seconds a call that can wait does so.

        Every message, and each time anew that it is tried, waits for its turn by the `budget`.
        """
        self._budget = budget or Budget(0)
        self._connections = connections
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float | None:
        """How long an answer may take, in seconds."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool; nothing connects yet."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE_SECONDS)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917  (the parameters are those of the method that is replaced)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002
    ) -> tuple[int, bytes]:
        """Make a call. See `BaseRequest.do_request`.

        Raises:
            UndeliveredError: nobody can have got it.
            TimedOut: somebody may have got it, but did not answer in time.
            NetworkError: somebody may have got it, and the connection broke, or what came back is no answer.
        """
        uploads = bool(request_data and request_data.multipart_data)
        limits = aiohttp.ClientTimeout(
            total=None,
            connect=_or(connect_timeout, CONNECT_SECONDS),
            sock_connect=_or(connect_timeout, CONNECT_SECONDS),
            sock_read=_or(read_timeout, READ_SECONDS) + (_or(write_timeout, UPLOAD_SECONDS) if uploads else 0),
        )
        name = url.rsplit("/", 1)[-1]
        call = self._call_patiently if name.startswith(PATIENT) else self._call
        status, body = await call(url, method, request_data, limits)
        # Files and updates, which are fetched, are read by who fetches them.
        fetched = method == "GET" and status == HTTPStatus.OK
        return status, body if fetched else answer_in(status, body, name)

    async def _call_patiently(
        self, url: str, method: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        left, pause = self._patience, 0.5
        while True:
            try:
                await self._turn(url, data, left)
                status, body = await self._call(url, method, data, limits)
            except PausedError as error:
                return HTTPStatus.TOO_MANY_REQUESTS, _refusal(error.seconds)
            except UndeliveredError:
                wait, pause = pause, min(2 * pause, 5.0)
                if wait > left:
                    raise
            else:
                asked = asked_pause(body) if status == HTTPStatus.TOO_MANY_REQUESTS else None
                if asked:
                    await self._budget.pause(asked)
                if asked is None or asked > left:
                    return status, body
                wait = asked
            left -= wait
            await asyncio.sleep(wait)

    async def _turn(self, url: str, data: RequestData | None, patience: float) -> None:
        name, parameters = url.rsplit("/", 1)[-1], data.parameters if data else {}
        chat = parameters.get("chat_id")
        if name.startswith(_MESSAGES) and name not in _SIGNS and isinstance(chat, int | str):
            await self._budget.message(chat, patience)
        elif name.startswith("edit"):
            await self._budget.edit(patience)

    async def _call(
        self, url: str, method: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            msg = "a request that is not open"
            raise RuntimeError(msg)
        body = _body(data)
        headers = _JSON if isinstance(body, bytes) else None
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=limits, proxy=self._proxy(url), allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise UndeliveredError(_kind(error)) from None
        except TimeoutError as error:
            raise TimedOut(_kind(error)) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(_kind(error)) from None

    def _proxy(self, url: str) -> str | None:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if host not in self._proxies:
            self._proxies[host] = None if proxy_bypass(host) else getproxies().get(parts.scheme)
        return self._proxies[host]


def _body(data: RequestData | None) -> bytes | aiohttp.FormData | None:
    """Give the parameters of a call as JSON, which takes a tenth of the time of a form; with files as a form."""
    if data is None:
        return None
    if not data.multipart_data:
        return data.json_payload
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form


def asked_pause(body: bytes) -> float | None:
    """Tell how many seconds Telegram asks to wait."""
    try:
        wait = json.loads(body)["parameters"]["retry_after"]
    except (ValueError, LookupError, TypeError):
        return None
    return float(wait) if isinstance(wait, int | float) and wait >= 0 else None


def _refusal(seconds: float) -> bytes:
    """Say in Telegram's place what it would say to another call."""
    wait = ceil(seconds)
    told = {"error_code": 429, "description": f"Too Many Requests: retry after {wait}"}
    return json.dumps({"ok": False, **told, "parameters": {"retry_after": wait}}).encode()


def _kind(error: Exception) -> str:
    return type(error).__name__


def _or(given: Any, usual: float) -> float:  # noqa: ANN401
    return given if isinstance(given, int | float) and not isinstance(given, bool) else usual
