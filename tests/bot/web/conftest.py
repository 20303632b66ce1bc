"""What the tests of the site share: a clock that is set by hand, a class, and the school around it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from playwright.async_api import Browser

from handlers.context import Services
from knowledge.classes import Class
from tests.support.browsing import School, school
from tests.support.chromium import chromium
from tests.support.days import ZONE, Calendar
from tests.support.school import opened


@pytest.fixture
def calendar() -> Calendar:
    """The bot's clock."""
    return Calendar()


@pytest.fixture
def timed_services(small_services: Services, calendar: Calendar) -> Services:
    """The services of the small pack, on that clock."""
    return replace(small_services, zone=ZONE, now=calendar)


@pytest.fixture
async def a_class(timed_services: Services) -> Class:
    """A class that is open."""
    return await opened(timed_services.keeper)


@pytest.fixture
async def the_school(timed_services: Services) -> AsyncIterator[School]:
    """A bot with its site."""
    async with school(timed_services) as opened_school:
        yield opened_school


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A real browser."""
    async with chromium() as started:
        yield started
