"""What the tests of the inbox share: a bot with the small pack that calls a Bot API server over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import build_application, online_builder
from bot.inbox.box import Inbox
from bot.inbox.core import Core
from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from bot.settings import Settings
from bot.web.rooms import Rooms
from handlers.context import App, Services
from tests.support.http_api import HttpApi, serve_http_api


@pytest.fixture
async def api() -> AsyncIterator[HttpApi]:
    """A Bot API server on loopback."""
    async with serve_http_api() as served:
        yield served


@pytest.fixture
async def application(api: HttpApi, small_services: Services) -> AsyncIterator[App]:
    """A bot that has started."""
    settings = Settings(_env_file=None, telegram_api_base_url=api.base_url)
    built = build_application(small_services, online_builder(settings, TOKEN, Rooms()))
    await small_services.keeper.prepare()
    await built.initialize()
    await built.start()
    yield built
    await built.stop()
    await built.shutdown()


@pytest.fixture
def inbox(application: App) -> Inbox:
    """The inbox of the only process."""
    return Inbox(Core(application), worker=1)


@pytest.fixture
def person(api: HttpApi) -> Person:
    """Somebody who writes in English."""
    return Person(api.telegram, language_code="en")


@pytest.fixture
def records_file(bot_settings: Settings) -> Path:
    """The file in which the bot's records stand."""
    return bot_settings.nuancebot_data / "nuancebot.db"
