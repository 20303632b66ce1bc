"""A way to the Bot API on which is watched how each call ends, for numbers and for what is owed."""

from http import HTTPStatus
from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.delivery import note_happened, note_undelivered
from bot.requesting import asked_pause
from handlers.delivery import UndeliveredError
from handlers.watching import Watch

# What the bot calls; another name would be a label that somebody else chose.
_PREFIXES = ("send", "edit", "answer", "get", "set", "delete")
# What people see of an answer.
_MESSAGES = ("send", "edit")


class WatchedRequest(BaseRequest):
    """A `telegram.request.BaseRequest` around another."""

    def __init__(self, way: BaseRequest, watch: Watch) -> None:
        """Take the way, and who is told."""
        self._way = way
        self._watch = watch

    @property
    def read_timeout(self) -> float | None:
        """That of the way."""
        return self._way.read_timeout

    async def initialize(self) -> None:
        """Make the way ready."""
        await self._way.initialize()

    async def shutdown(self) -> None:
        """Close the way."""
        await self._way.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *rest: Any,  # noqa: ANN401
        **more: Any,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Make a call. See `BaseRequest.do_request`."""
        name = _name_of(url)
        try:
            status, body = await self._way.do_request(url, method, request_data, *rest, **more)
        except UndeliveredError:
            self._watch.call(name, "undelivered")
            _note(name, "undelivered")
            raise
        except (TimedOut, NetworkError):
            self._watch.call(name, "unknown")
            _note(name, "unknown")
            raise
        self._watch.call(name, _result(status))
        _note(name, _result(status), body)
        return status, body


def _note(name: str, result: str, body: bytes = b"") -> None:
    """Note for the update that is dealt with whether a message came through; other calls can be made again anyway."""
    if not name.startswith(_MESSAGES):
        return
    if result == "undelivered":
        note_undelivered()
    elif result == "too many":
        note_undelivered(asked_pause(body) or 0.0)
    elif result != "refused":
        note_happened()


def _name_of(url: str) -> str:
    name = url.partition("?")[0].rsplit("/", 1)[-1]
    return name if name.isalpha() and name.startswith(_PREFIXES) else "other"


def _result(status: int) -> str:
    if status == HTTPStatus.OK:
        return "done"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "too many"
    return "refused" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "failed"
