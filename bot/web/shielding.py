"""What stands before every page: strict headers on all that goes out, and a limit on what comes in."""

from collections.abc import Callable
from typing import TypeAlias

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from throttled import per_min

from bot.web.pace import Pace, sender_of

# Telegram's own web clients, which open Mini Apps in a frame.
TELEGRAM_WEB = "https://web.telegram.org https://weba.telegram.org https://webk.telegram.org"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        f"frame-ancestors {TELEGRAM_WEB}",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
_YEAR = 365 * 24 * 60 * 60

# Nothing that a page sends is longer: a message of Telegram's 4,096 characters, percent-encoded.
MOST_BYTES = 64 * 1024
# A whole school may come from one address, with a page for each pupil every few seconds.
PER_ADDRESS = per_min(1500, burst=600)

Refuse: TypeAlias = Callable[[Request, Exception], Response]


class RefusedError(Exception):
    """A request that no page answers; `status` is of HTTP, `wait` the seconds after which it may come again."""

    def __init__(self, status: int, wait: float = 0.0) -> None:
        """Say why, in HTTP's numbers."""
        super().__init__(status)
        self.status = status
        self.wait = wait


def with_headers(app: ASGIApp, *, secure: bool) -> ASGIApp:
    """Put the headers on everything; what says nothing of caching is kept nowhere. `secure` asks for https only."""

    async def shielded(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
                if secure:
                    headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
            await send(message)

        await app(scope, receive, send_with_headers)

    return shielded


def with_pace(app: ASGIApp, pace: Pace) -> ASGIApp:
    """Refuse what comes too fast from one address."""

    async def shielded(scope: Scope, receive: Receive, send: Send) -> None:
        if wait := pace.wait(sender_of(Request(scope))):
            raise RefusedError(429, wait)
        await app(scope, receive, send)

    return shielded


def with_small_bodies(app: ASGIApp, most: int = MOST_BYTES) -> ASGIApp:
    """Refuse a body over `most` bytes: at once where its length is declared, else when it is reached."""

    async def shielded(scope: Scope, receive: Receive, send: Send) -> None:
        declared = Request(scope).headers.get("content-length", "0")
        if not declared.isdecimal() or int(declared) > most:
            raise RefusedError(413)
        received = 0

        async def receive_within() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise RefusedError(413)
            return message

        await app(scope, receive_within, send)

    return shielded


def with_refusals(app: ASGIApp, refuse: Refuse) -> ASGIApp:
    """Answer with a page what nothing else answered: a refusal, or what nobody foresaw."""

    async def shielded(scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001  (whatever it is, somebody waits for a page)
            response = refuse(Request(scope), error)
            if not begun:
                await response(scope, receive, send)

    return shielded
