"""An answer that could not be delivered is given again, and one of which something got through is not."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from telegram.error import TimedOut

from bot.app import build_application, offline_builder
from bot.inbox import box
from bot.inbox.box import Inbox
from bot.inbox.core import Core
from bot.inbox.raw import arriving
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.watching import WatchedRequest
from handlers.context import App, Services
from handlers.delivery import UndeliveredError
from handlers.watching import Watch

Trouble = Callable[[str], tuple[int, bytes] | Exception | None]


class Rough(OfflineRequest):
    """A way to a Telegram in the process on which some calls end in trouble."""

    def __init__(self, telegram: OfflineTelegram, trouble: Trouble) -> None:
        super().__init__(telegram)
        self._trouble = trouble

    async def do_request(self, url: str, method: str, *rest: Any, **more: Any) -> tuple[int, bytes]:
        trouble = self._trouble(url.rsplit("/", 1)[-1])
        if isinstance(trouble, Exception):
            raise trouble
        return trouble or await super().do_request(url, method, *rest, **more)


def times(number: int, trouble: Exception | tuple[int, bytes], name: str = "sendMessage") -> Trouble:
    """Make the first so many calls of a method end in trouble."""
    left = [trouble] * number
    return lambda method: left.pop() if method == name and left else None


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "FIRST_PAUSE", 0.01)


async def opened(services: Services, telegram: OfflineTelegram, trouble: Trouble) -> tuple[Inbox, App]:
    """Open an inbox behind a rough way."""
    request = WatchedRequest(Rough(telegram, trouble), Watch())
    application = build_application(services, offline_builder(request, TOKEN))
    await services.keeper.prepare()
    await application.initialize()
    return Inbox(Core(application), 1), application


def sent(telegram: OfflineTelegram) -> list[str]:
    return [call.result["text"] for call in telegram.calls if call.method == "sendmessage"]


async def say(inbox: Inbox, person: Person, *texts: str) -> None:
    for text in texts:
        update = arriving(person.says(text))
        assert update
        await inbox.take([update])
    await inbox.lanes.until_fewer_than(1)


@pytest.mark.parametrize(
    "trouble",
    [
        UndeliveredError("x"),
        (429, json.dumps({"ok": False, "error_code": 429, "parameters": {"retry_after": 0}}).encode()),
    ],
)
async def test_what_did_not_get_through_is_answered_later_once_and_in_order(
    small_services: Services, trouble: Exception | tuple[int, bytes]
) -> None:
    telegram = OfflineTelegram()
    inbox, application = await opened(small_services, telegram, times(4, trouble))
    person = Person(telegram, language_code="en")
    await say(inbox, person, "what about honey jar", "zebra zebra zebra")
    assert len(sent(telegram)) == 2
    assert "honey" in sent(telegram)[0]
    await application.shutdown()


async def test_what_may_have_got_through_is_not_answered_again(small_services: Services) -> None:
    telegram = OfflineTelegram()
    inbox, application = await opened(small_services, telegram, times(1, TimedOut()))
    await say(inbox, Person(telegram, language_code="en"), "what about honey jar", "tell me of honey comb")
    assert len(sent(telegram)) == 1
    await application.shutdown()


async def test_what_has_changed_something_is_not_done_again(small_services: Services) -> None:
    telegram = OfflineTelegram()
    inbox, application = await opened(small_services, telegram, times(1, UndeliveredError("x")))
    await say(inbox, Person(telegram, language_code="en"), "/class new Bees")
    count = await small_services.keeper.read(_classes, 0)
    assert count == 1
    await application.shutdown()


async def _classes(engine: Any) -> int:
    async with engine.connect() as connection:
        found = await connection.exec_driver_sql("SELECT count(*) FROM classes")
        return int(found.scalar_one())


async def test_a_bot_that_ends_meanwhile_leaves_it_for_the_next(small_services: Services) -> None:
    telegram = OfflineTelegram()
    inbox, application = await opened(
        small_services, telegram, lambda name: UndeliveredError("x") if name == "sendMessage" else None
    )
    update = arriving(Person(telegram, language_code="en").says("what about honey jar"))
    assert update
    await inbox.take([update])
    await asyncio.sleep(0.1)
    for task in [*inbox.lanes._running]:
        task.cancel()
    await application.shutdown()
    again, application = await opened(small_services, telegram, lambda _: None)
    assert await again.resume() == 1
    await again.lanes.until_fewer_than(1)
    assert len(sent(telegram)) == 1
    await application.shutdown()
