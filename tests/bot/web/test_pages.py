"""Pages in the language of who looks at them."""

from collections.abc import AsyncIterator

import httpx
import pytest

from handlers.context import Services
from tests.support.browsing import visiting

DUTCH, ENGLISH = "Naar de inhoud", "To the content"


@pytest.fixture
async def client(small_services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody on the site of a bot that speaks English to strangers."""
    async with visiting(small_services) as client:
        yield client


@pytest.mark.parametrize(
    ("wanted", "words"),
    [("nl-BE,nl;q=0.9,en;q=0.8", DUTCH), ("en-GB", ENGLISH), ("de,nl;q=0.5", DUTCH), ("xx", ENGLISH), (";,;", ENGLISH)],
)
async def test_a_page_speaks_the_language_of_the_browser(client: httpx.AsyncClient, wanted: str, words: str) -> None:
    page = await client.get("/", headers={"Accept-Language": wanted})
    assert words in page.text
    assert f'lang="{"nl" if words == DUTCH else "en"}"' in page.text.split("\n")[1]


async def test_a_language_that_is_chosen_stays(client: httpx.AsyncClient) -> None:
    assert DUTCH in (await client.get("/?lang=nl")).text
    assert DUTCH in (await client.get("/", headers={"Accept-Language": "en"})).text
    assert ENGLISH in (await client.get("/?lang=en")).text
    assert ENGLISH in (await client.get("/", headers={"Accept-Language": "nl"})).text


@pytest.mark.parametrize("junk", ["xx", "", "<script>", "nl" * 1000])
async def test_a_language_that_nobody_speaks_changes_nothing(client: httpx.AsyncClient, junk: str) -> None:
    page = await client.get("/", params={"lang": junk})
    assert ENGLISH in page.text
    assert "<script>" not in page.text
    assert "language" not in page.cookies


@pytest.mark.parametrize("name", ["style.css", "icon.svg"])
async def test_files_come_with_their_type(client: httpx.AsyncClient, name: str) -> None:
    answer = await client.get(f"/static/{name}")
    assert answer.headers["content-type"].split(";")[0] in {"text/css", "image/svg+xml"}


@pytest.mark.parametrize("path", ["/static/nothing.css", "/static/..%2fpages.py", "/static/", "/nowhere", "/%00"])
async def test_what_is_not_there_has_a_page_that_says_so(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 404
    assert "This page is not there" in answer.text
