"""What stands before every page, met over real HTTP."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from throttled import per_min

from bot.web.pace import Pace
from bot.web.server import serving
from bot.web.shielding import HEADERS, MOST_BYTES, RefusedError, with_pace, with_refusals, with_small_bodies
from handlers.context import Services
from tests.support.browsing import FREE, visiting, visitor


async def length(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
async def client(small_services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody on a site with a page that counts what it is sent."""
    async with visiting(small_services, [Route("/length", length, methods=["POST"])]) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/healthz", "/static/style.css", "/nowhere", "/length"])
async def test_every_answer_has_the_strict_headers(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "server" not in answer.headers


async def test_the_policy_lets_in_no_script_of_others_and_no_frame_but_telegrams() -> None:
    directives = dict(directive.split(" ", 1) for directive in HEADERS["Content-Security-Policy"].split("; "))
    assert directives["default-src"] == "'none'"
    assert {directives[name] for name in ("script-src", "style-src", "connect-src", "form-action")} == {"'self'"}
    assert all(origin.endswith(".telegram.org") for origin in directives["frame-ancestors"].split())


async def test_pages_are_kept_nowhere_and_files_for_long(client: httpx.AsyncClient) -> None:
    assert (await client.get("/")).headers["cache-control"] == "no-store"
    assert "immutable" in (await client.get("/static/style.css")).headers["cache-control"]


async def test_over_https_nothing_else_is_spoken_any_more(small_services: Services) -> None:
    async with visiting(small_services, secure=True) as client:
        assert "max-age" in (await client.get("/")).headers["strict-transport-security"]


async def test_a_body_up_to_the_limit_is_taken(client: httpx.AsyncClient) -> None:
    assert (await client.post("/length", content=b"x" * MOST_BYTES)).text == str(MOST_BYTES)


async def in_chunks() -> AsyncIterator[bytes]:
    for _ in range(MOST_BYTES // 1024 + 1):
        yield b"x" * 1024


async def test_a_larger_body_is_refused_whether_its_length_is_declared_or_not(client: httpx.AsyncClient) -> None:
    for content in (b"x" * (MOST_BYTES + 1), in_chunks()):
        answer = await client.post("/length", content=content)
        assert answer.status_code == 413
        assert "too long to send" in answer.text


async def test_who_comes_too_fast_is_told_when_to_come_again() -> None:
    def refuse(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)
        return PlainTextResponse(f"{error.status} {error.wait > 0}")

    site = with_refusals(with_pace(with_small_bodies(PlainTextResponse("in")), Pace.of(per_min(3))), refuse)
    async with serving(site, FREE, ["127.0.0.1"]) as address, visitor(address) as client:
        assert [(await client.get("/")).text for _ in range(5)] == ["in"] * 3 + ["429 True"] * 2
        another = await client.get("/", headers={"X-Forwarded-For": "192.0.2.7"})
        assert another.text == "in"
