"""Fetching updates, from a server that answers as it likes."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from telegram.error import InvalidToken

from bot.app import build_application, offline_builder
from bot.inbox import polling
from bot.inbox.box import Inbox
from bot.inbox.core import Core
from bot.inbox.polling import Poller, unless
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from handlers.context import Services
from knowledge.records.inbox import waiting_and_aside
from tests.support.records import locked

EMPTY = (200, b'{"ok": true, "result": []}')


class Scripted(OfflineRequest):
    """A way to Telegram on which fetching updates gives what stands in a script, and then stops the bot."""

    def __init__(self, telegram: OfflineTelegram) -> None:
        super().__init__(telegram)
        self.script: Iterator[tuple[int, bytes]] = iter(())
        self.asked: list[dict[str, str]] = []
        self.stop = asyncio.Event()

    async def do_request(self, url: str, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        if "/getUpdates" not in url:
            return await super().do_request(url, *arguments, **named)
        self.asked.append({name: value[0] for name, value in parse_qs(urlsplit(url).query).items()})
        for reply in self.script:
            return reply
        self.stop.set()
        return EMPTY


def updates(*raws: object) -> tuple[int, bytes]:
    return HTTPStatus.OK, json.dumps({"ok": True, "result": raws}).encode()


@pytest.fixture
def telegram() -> OfflineTelegram:
    """A Telegram in the process."""
    return OfflineTelegram()


@pytest.fixture
def way(telegram: OfflineTelegram) -> Scripted:
    """The way to it."""
    return Scripted(telegram)


@pytest.fixture
async def poller(way: Scripted, small_services: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Poller]:
    """What fetches updates, and hardly waits when that fails."""
    monkeypatch.setattr(polling, "PAUSE", 0.001)
    monkeypatch.setattr(polling, "REST_SECONDS", 0.0)
    application = build_application(small_services, offline_builder(way, TOKEN))
    await small_services.keeper.prepare()
    await application.initialize()
    yield Poller(Inbox(Core(application), worker=1))
    await application.shutdown()


async def run(poller: Poller, way: Scripted, *script: tuple[int, bytes]) -> None:
    way.script = iter(script)
    await poller.run(way.stop)
    await poller.inbox.lanes.until_fewer_than(1)


def said(telegram: OfflineTelegram) -> list[int]:
    return [call.parameters["chat_id"] for call in telegram.calls if call.method == "sendmessage"]


async def test_updates_are_answered_and_telegram_is_told_up_to_which(
    poller: Poller, way: Scripted, telegram: OfflineTelegram
) -> None:
    person = Person(telegram)
    first, second = person.says("/start"), person.says("/help")
    await run(poller, way, updates(first), updates(second), EMPTY)
    assert said(telegram) == [1, 1]
    offsets = [int(asked["offset"]) for asked in way.asked]
    assert offsets == [0, first["update_id"] + 1, *[second["update_id"] + 1] * 3]
    # The last call only tells; it waits for nothing.
    assert [asked["timeout"] for asked in way.asked] == ["30"] * 4 + ["0"]
    assert "callback_query" in json.loads(way.asked[0]["allowed_updates"])


@pytest.mark.parametrize(
    "reply",
    [
        (502, b"<html>Bad Gateway"),
        (500, b'{"ok": false, "error_code": 500, "description": "Internal Server Error"}'),
        (409, b'{"ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"}'),
        (429, b'{"ok": false, "error_code": 429, "description": "x", "parameters": {"retry_after": 0}}'),
        (200, b"garbage"),
        (200, b"\xff\xfe"),
        (200, b"[]"),
        (200, b"null"),
        (200, b'{"ok": true}'),
        (200, b'{"ok": true, "result": 7}'),
        (200, b"[" * 100_000),
        (200, updates(None, 5, {}, {"update_id": "x"})[1]),
    ],
    ids=lambda reply: f"{reply[0]}-{reply[1][:12]!r}",
)
async def test_after_an_answer_that_is_none_it_goes_on(
    poller: Poller, way: Scripted, telegram: OfflineTelegram, reply: tuple[int, bytes]
) -> None:
    await run(poller, way, reply, reply, updates(Person(telegram).says("/start")))
    assert said(telegram) == [1]


async def test_after_a_failure_it_does_not_wait_long_for_a_server_that_may_be_gone(
    poller: Poller, way: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await run(poller, way, (502, b""), (502, b""), EMPTY)
    assert [asked["timeout"] for asked in way.asked] == ["30", "0", "0", "30"]
    told = [record.getMessage() for record in caplog.records if record.name == polling.__name__]
    assert told == [
        "updates can't be fetched (NetworkError): trying until they can",
        "updates are fetched again, after 3 tries",
    ]


async def test_one_that_can_not_be_read_holds_up_nobody(
    poller: Poller, way: Scripted, telegram: OfflineTelegram, small_services: Services
) -> None:
    bad = {"update_id": 0, "message": {"message_id": [], "chat": {"id": 1}}}
    await run(poller, way, updates(bad, None, Person(telegram).says("/start")))
    assert said(telegram) == [1]
    assert await waiting_and_aside(small_services.keeper.store.engine) == (0, 1)


async def test_what_telegram_brings_again_is_not_answered_again(
    poller: Poller, way: Scripted, telegram: OfflineTelegram
) -> None:
    update = Person(telegram).says("/start")
    await run(poller, way, updates(update), updates(update, update))
    assert said(telegram) == [1]


async def test_while_the_database_is_away_people_are_answered_before_telegram_is_told(
    poller: Poller,
    way: Scripted,
    telegram: OfflineTelegram,
    records_file: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    person = Person(telegram)
    with locked(records_file):
        await run(poller, way, updates(person.says("/start")), updates(person.says("/start")))
    assert said(telegram) == [1, 1]
    way.stop.clear()
    with caplog.at_level(logging.WARNING):
        await run(poller, way, updates(person.says("/start")))
    assert said(telegram) == [1, 1, 1]
    told = [record.getMessage() for record in caplog.records if record.name == polling.__name__]
    assert told == [
        "updates can't be written down: they are answered one by one until they can",
        "updates are written down again",
    ]


async def test_a_token_that_is_no_longer_known_ends_it(poller: Poller, way: Scripted) -> None:
    with pytest.raises(InvalidToken):
        await run(poller, way, (401, b'{"ok": false, "error_code": 401, "description": "Unauthorized"}'))


async def test_work_is_given_up_when_told_to_stop() -> None:
    stop = asyncio.Event()
    assert await unless(stop, asyncio.sleep(0, "done")) == "done"
    asyncio.get_running_loop().call_soon(stop.set)
    assert await unless(stop, asyncio.sleep(60, "done")) is None
