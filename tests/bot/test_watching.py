"""A way to the Bot API on which is watched how each call ends."""

from typing import Any

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

from bot.watching import WatchedRequest
from handlers.delivery import UndeliveredError
from handlers.watching import Watch


class Way(BaseRequest):
    """Ends each call as told."""

    def __init__(self, end: int | Exception) -> None:
        self._end = end
        self.opened = False

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        self.opened = True

    async def shutdown(self) -> None:
        self.opened = False

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        if isinstance(self._end, Exception):
            raise self._end
        return self._end, b"{}"


class Told(Watch):
    """Remembers how calls ended."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []

    def call(self, method: str, result: str) -> None:
        self.calls.append((method, result))


@pytest.mark.parametrize(
    ("end", "result"),
    [
        (200, "done"),
        (429, "too many"),
        (400, "refused"),
        (502, "failed"),
        (UndeliveredError("x"), "undelivered"),
        (TimedOut("x"), "unknown"),
        (NetworkError("x"), "unknown"),
    ],
)
async def test_how_a_call_ended_is_told_and_it_ends_so(end: int | Exception, result: str) -> None:
    told = Told()
    request = WatchedRequest(Way(end), told)
    url = "https://example.org/bot123:secret/sendMessage?x=1"
    if isinstance(end, Exception):
        with pytest.raises(type(end)):
            await request.do_request(url, "POST", None, 1.0, 1.0, 1.0, 1.0)
    else:
        assert (await request.do_request(url, "POST", None, 1.0, 1.0, 1.0, 1.0))[0] == end
    assert told.calls == [("sendMessage", result)]


@pytest.mark.parametrize("name", ["123:secret", "getFile/123", "evil", "send-x", ""])
async def test_no_label_is_made_of_what_somebody_else_chose(name: str) -> None:
    told = Told()
    await WatchedRequest(Way(200), told).do_request(f"https://example.org/{name}", "POST", None, 1.0)
    assert told.calls == [("other", "done")]


async def test_it_is_opened_and_closed_with_the_way() -> None:
    way = Way(200)
    request = WatchedRequest(way, Watch())
    assert request.read_timeout == way.read_timeout
    await request.initialize()
    assert way.opened
    await request.shutdown()
    assert not way.opened
