"""Server-sent events over real HTTP."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from bot.web import streams as module
from bot.web.server import serving
from bot.web.streams import Event, Streams
from tests.support.browsing import FREE, visitor


def site(streams: Streams, events: AsyncIterator[Event]) -> Router:
    async def news(_request: Request) -> Response:
        return streams.respond(events)

    return Router([Route("/", news)])


async def lines(answer: httpx.Response, count: int) -> list[str]:
    found: list[str] = []
    async for line in answer.aiter_lines():
        if line:
            found.append(line)
        if len(found) == count:
            break
    return found


async def three() -> AsyncIterator[Event]:
    for number in range(1, 4):
        yield Event("news", {"said": f"line\n{number}"}, number)


async def test_events_come_as_they_are_and_the_stream_ends_with_them() -> None:
    async with serving(site(Streams(), three()), FREE, []) as address, visitor(address) as client:
        answer = await client.get("/")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert 'id: 3\nevent: news\ndata: {"said": "line\\n3"}\n\n' in answer.text


async def never(gone: asyncio.Event) -> AsyncIterator[Event]:
    try:
        await asyncio.Event().wait()
        yield Event("news", {})
    finally:
        gone.set()


async def test_who_leaves_is_not_waited_for() -> None:
    gone = asyncio.Event()
    async with serving(site(Streams(), never(gone)), FREE, []) as address, visitor(address) as client:
        async with client.stream("GET", "/") as answer:
            await lines(answer, 1)
        await asyncio.wait_for(gone.wait(), 10)


async def test_when_the_bot_stops_all_streams_end() -> None:
    gone, streams = asyncio.Event(), Streams()
    async with serving(site(streams, never(gone)), FREE, []) as address, visitor(address) as client:
        asking = asyncio.create_task(client.get("/"))
        await asyncio.sleep(0.1)
        streams.close()
        assert (await asking).status_code == 200


async def test_a_line_now_and_then_keeps_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEEP_ALIVE_SECONDS", 0.02)
    served = serving(site(Streams(), never(asyncio.Event())), FREE, [])
    async with served as address, visitor(address) as client, client.stream("GET", "/") as answer:
        assert await lines(answer, 3) == [": still here"] * 3
