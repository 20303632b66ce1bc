"""The first page."""

from handlers.context import Services
from tests.support.browsing import visiting


async def test_it_says_who_this_is(services: Services) -> None:
    async with visiting(services) as client:
        page = await client.get("/")
    face = services.library.face("en")
    assert f"<h1>{face.name}</h1>" in page.text
    assert face.description.split("'")[0] in page.text
