"""The page that Telegram calls: who may, and when it is told that an update came."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.routing import Router

from bot.inbox.box import Inbox
from bot.inbox.webhook import HEADER, MOST_BYTES, PATH, Webhook, secret_of
from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from handlers.context import App, services_of
from knowledge.records.inbox import waiting_and_aside
from tests.support.http_api import HttpApi
from tests.support.records import locked

SECRET = secret_of(TOKEN)


@pytest.fixture
def webhook(inbox: Inbox) -> Webhook:
    """A page that takes updates in."""
    page = Webhook(SECRET)
    page.open(inbox)
    return page


@pytest.fixture
async def telegram(webhook: Webhook) -> AsyncIterator[httpx.AsyncClient]:
    """Who calls the page and knows the secret."""
    transport = httpx.ASGITransport(Router(webhook.routes))
    async with httpx.AsyncClient(
        transport=transport, base_url="https://example.org", headers={HEADER: SECRET}
    ) as client:
        yield client


async def test_what_came_is_written_down_and_answered(
    telegram: httpx.AsyncClient, inbox: Inbox, api: HttpApi, person: Person
) -> None:
    update = person.says("tell me of honey comb")
    for _ in range(2):
        assert (await telegram.post(PATH, json=update)).status_code == 200
    await inbox.lanes.until_fewer_than(1)
    assert len(api.said()) == 1


@pytest.mark.parametrize("said", [None, "", "x", SECRET[:-1], SECRET + "x", "\u00e9" * 64])
async def test_who_does_not_know_the_secret_is_turned_away(
    telegram: httpx.AsyncClient, application: App, person: Person, said: str | None
) -> None:
    telegram.headers.pop(HEADER)
    headers = {} if said is None else {HEADER.encode(): said.encode()}
    response = await telegram.post(PATH, json=person.says("x"), headers=headers)
    assert (response.status_code, response.content) == (403, b"")
    assert await waiting_and_aside(services_of(application).keeper.store.engine) == (0, 0)


async def test_while_the_database_is_away_telegram_is_told_to_come_again(
    telegram: httpx.AsyncClient, inbox: Inbox, api: HttpApi, person: Person, records_file: Path
) -> None:
    update = person.says("tell me of honey comb")
    with locked(records_file):
        assert (await telegram.post(PATH, json=update)).status_code == 503
    assert (await telegram.post(PATH, json=update)).status_code == 200
    await inbox.lanes.until_fewer_than(1)
    assert len(api.said()) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"update_id": "x"}', b"\xff", b"[" * 100_000])
async def test_what_is_no_update_is_not_brought_for_ever(telegram: httpx.AsyncClient, body: bytes) -> None:
    assert (await telegram.post(PATH, content=body)).status_code == 200


async def test_what_is_too_large_is_refused(telegram: httpx.AsyncClient) -> None:
    assert (await telegram.post(PATH, content=b" " * (MOST_BYTES + 1))).status_code == 413


async def test_before_the_bot_has_started_and_after_it_stopped_nothing_is_taken_in(
    telegram: httpx.AsyncClient, webhook: Webhook, person: Person
) -> None:
    webhook.close()
    assert (await telegram.post(PATH, json=person.says("x"))).status_code == 503


async def test_it_is_only_posted_to(telegram: httpx.AsyncClient) -> None:
    assert (await telegram.get(PATH)).status_code == 405


def test_the_secret_is_of_a_form_that_telegram_takes_and_says_nothing_of_the_token() -> None:
    assert len(SECRET) == 64
    assert SECRET.isalnum()
    assert secret_of(TOKEN) == SECRET != secret_of(TOKEN + "x")


async def test_who_waits_for_news_hears_of_it(
    telegram: httpx.AsyncClient, webhook: Webhook, inbox: Inbox, person: Person
) -> None:
    await webhook.until_news(0.01)
    await telegram.post(PATH, json=person.says("x"))
    await webhook.until_news(60)
    await inbox.lanes.until_fewer_than(1)
