"""What people see when something went wrong, and what the log says of it."""

import logging

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from handlers.context import Services
from tests.support.browsing import visiting


async def fail(_request: Request) -> Response:
    msg = "what somebody wrote"
    raise LookupError(msg)


async def test_the_unforeseen_has_a_reference_and_the_log_has_nothing_private(
    small_services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with visiting(small_services, [Route("/fail", fail)]) as client:
        answer = await client.get("/fail")
        assert (await client.get("/")).status_code == 200
    assert answer.status_code == 500
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    reference = record.getMessage().split()[2].strip(":")
    assert reference in answer.text
    assert "LookupError" in record.getMessage()
    assert "what somebody wrote" not in caplog.text


async def test_a_way_of_asking_that_a_page_has_not_is_refused(small_services: Services) -> None:
    async with visiting(small_services) as client:
        assert (await client.post("/static/style.css")).status_code == 405
