"""A person on the Telegram in the process."""

import pytest

from bot.offline.person import Person
from bot.offline.telegram import OfflineTelegram


@pytest.fixture
def person(telegram: OfflineTelegram) -> Person:
    """Somebody whom the bot can write to."""
    return Person(telegram, id=7)
