"""The site as a whole."""

import asyncio

import httpx
import pytest

from handlers.context import Services
from tests.support.browsing import visiting


async def test_many_at_once_are_all_served(small_services: Services) -> None:
    async with visiting(small_services) as client:
        answers = await asyncio.gather(*(client.get("/") for _ in range(50)))
    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize(
    "junk",
    [b"\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n" + b"\xff" * 200, b"GET /" + b"x" * 99_999],
    ids=len,
)
async def test_what_is_no_http_harms_nobody(small_services: Services, junk: bytes) -> None:
    async with visiting(small_services) as client:
        host, port = client.base_url.host, client.base_url.port
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(junk)
        writer.write_eof()
        assert b" 200 " not in (await reader.read()).split(b"\r\n")[0] or junk.startswith(b"GET / ")
        writer.close()
        assert (await client.get("/")).status_code == httpx.codes.OK
