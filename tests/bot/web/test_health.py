"""Whether the process is alive."""

from handlers.context import Services
from tests.support.browsing import visiting


async def test_who_watches_is_told_that_all_is_well(small_services: Services) -> None:
    async with visiting(small_services) as client:
        answer = await client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")
