"""Whether the process is alive and can answer, and its numbers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.metrics import Metrics
from bot.web.health import Health
from handlers.context import Services
from tests.support.broken import with_broken_keeper
from tests.support.browsing import visiting

KEY = "a key of some length"


@asynccontextmanager
async def watching(services: Services, key: str | None = KEY) -> AsyncIterator[httpx.AsyncClient]:
    """Watch over a bot."""
    async with visiting(services, Health(lambda: services, Metrics(), key).routes) as client:
        yield client


async def test_who_watches_is_told_that_all_is_well(small_services: Services) -> None:
    async with watching(small_services) as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")
    assert (alive.status_code, alive.text) == (200, "ok\n")
    assert (ready.status_code, ready.text) == (200, "database: ok\ncontent: ok\n")


async def test_a_bot_without_its_database_is_alive_and_not_ready(small_services: Services) -> None:
    services = with_broken_keeper(small_services, "nothing")
    services.keeper._resting_until = float("inf")
    async with watching(services) as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")
    assert alive.status_code == 200
    assert (ready.status_code, ready.text) == (503, "database: away\ncontent: ok\n")


async def test_the_numbers_are_for_who_knows_the_key(small_services: Services) -> None:
    async with watching(small_services) as client:
        numbers = await client.get("/metrics", headers={"Authorization": f"Bearer {KEY}"})
        others = [
            await client.get("/metrics", headers=said)
            for said in ({}, {"Authorization": "Bearer x"}, {"Authorization": KEY})
        ]
    assert f'nuancebot_base{{digest="{small_services.library.digest}"}} 1.0' in numbers.text
    assert [other.status_code for other in others] == [404, 404, 404]


@pytest.mark.parametrize("key", [None, ""])
async def test_without_a_key_there_are_none(small_services: Services, key: str | None) -> None:
    async with watching(small_services, key) as client:
        assert (await client.get("/metrics", headers={"Authorization": "Bearer x"})).status_code == 404
