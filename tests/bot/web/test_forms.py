"""Forms: taken from a page of ours in the same browser, refused from anywhere else."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.web.forms import Form, Forms
from handlers.context import Services
from tests.support.browsing import seals_for, token_in, visiting


@pytest.fixture
async def client(small_services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody on a site that says what it read in a form."""

    async def read(request: Request) -> Response:
        return PlainTextResponse((await Forms(seals_for(small_services)).read(request)).one("said"))

    async with visiting(small_services, [Route("/read", read, methods=["POST"])]) as client:
        yield client


async def test_a_form_of_a_page_that_was_shown_is_read(client: httpx.AsyncClient) -> None:
    token = token_in(await client.get("/"))
    answer = await client.post("/read", data={"token": token, "said": "wat ✓ & meer"})
    assert answer.text == "wat ✓ & meer"
    assert (await client.post("/read", data={"token": token_in(await client.get("/")), "said": "2"})).text == "2"


async def test_without_its_token_or_its_browser_a_form_is_refused(client: httpx.AsyncClient) -> None:
    token = token_in(await client.get("/"))
    for sent in ({"said": "x"}, {"token": "", "said": "x"}, {"token": token[:-1] + "!", "said": "x"}):
        assert (await client.post("/read", data=sent)).status_code == 403
    client.cookies.clear()
    assert (await client.post("/read", data={"token": token, "said": "x"})).status_code == 403


async def test_the_token_of_another_browser_is_refused(client: httpx.AsyncClient) -> None:
    theirs = token_in(await client.get("/"))
    client.cookies.clear()
    await client.get("/")
    assert (await client.post("/read", data={"token": theirs, "said": "x"})).status_code == 403


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"a&" * 100, b"token=%ff%fe", b"{}", b""], ids=repr)
async def test_what_is_no_form_is_refused(client: httpx.AsyncClient, junk: bytes) -> None:
    await client.get("/")
    assert (await client.post("/read", content=junk)).status_code == 403


def test_a_field_may_come_more_than_once() -> None:
    form = Form((("option", "1"), ("option", "2"), ("said", "x")))
    assert (form.all("option"), form.one("option"), form.one("nothing")) == (["1", "2"], "2", "")
