"""The server beside the bot: it starts and stops with it, and says why when it can't."""

import asyncio

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.web.address import ListenAt
from bot.web.server import CannotListenError, serving
from tests.support.browsing import FREE, visitor


async def test_a_page_begun_is_finished_before_the_end() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(scope, receive, send) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        begun.set()
        await go_on.wait()
        await PlainTextResponse("done")(scope, receive, send)

    async with httpx.AsyncClient(trust_env=False) as client:
        async with serving(slow, FREE, []) as address:
            asking = asyncio.create_task(client.get(address.url))
            await begun.wait()
            asyncio.get_running_loop().call_later(0.1, go_on.set)
        assert (await asking).text == "done"


async def test_after_the_end_nobody_listens() -> None:
    async with serving(PlainTextResponse("here"), FREE, []) as address, visitor(address) as client:
        assert (await client.get("/")).text == "here"
    async with visitor(address) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get("/")


async def test_it_also_listens_on_ipv6() -> None:
    async with serving(PlainTextResponse("here"), ListenAt("::1", 0), []) as address, visitor(address) as client:
        assert (await client.get("/")).text == "here"


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 0), ("no.such.host.invalid", 0)])
async def test_where_nobody_can_listen_it_says_so(host: str, port: int) -> None:
    with pytest.raises(CannotListenError, match=f"^NUANCEBOT_WEB_ADDRESS: can't listen at {host}:{port} "):
        async with serving(PlainTextResponse("here"), ListenAt(host, port), []):
            pass


async def test_an_address_in_use_is_said_to_be() -> None:
    async with serving(PlainTextResponse("here"), FREE, []) as address:
        with pytest.raises(CannotListenError, match="in use"):
            async with serving(PlainTextResponse("there"), address, []):
                pass


async def test_only_a_trusted_proxy_says_from_where_somebody_comes() -> None:
    async def where(scope, receive, send) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        client = Request(scope).client
        response: Response = PlainTextResponse(client.host if client else "")
        await response(scope, receive, send)

    headers = {"X-Forwarded-For": "192.0.2.7"}
    for proxies, seen in (["127.0.0.1"], "192.0.2.7"), ([], "127.0.0.1"), (["10.0.0.0/8"], "127.0.0.1"):
        async with serving(where, FREE, proxies) as address, visitor(address) as client:
            assert (await client.get("/", headers=headers)).text == seen
