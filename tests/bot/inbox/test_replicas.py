"""Two processes on one PostgreSQL take in by webhook what a load balancer brings to either."""

import asyncio
from collections import Counter
from pathlib import Path

import httpx

from bot.inbox.webhook import HEADER, PATH, secret_of
from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from tests.support.http_api import HttpApi
from tests.support.postgres import Postgres, free_port, new_database
from tests.support.processes import start_bot, stop_bot

UPDATES = 60
CHATS = 20


async def test_each_update_is_answered_once_whichever_takes_it_in(
    api: HttpApi, tmp_path: Path, postgres: Postgres
) -> None:
    database, ports = new_database(postgres, "replicas"), [free_port(), free_port()]
    replicas = [
        await start_bot(
            tmp_path / str(port),
            api.base_url,
            NUANCEBOT_DATABASE_URL=database,
            NUANCEBOT_UPDATES="webhook",
            NUANCEBOT_WEB_ADDRESS=f"127.0.0.1:{port}",
            NUANCEBOT_WEB_URL=f"http://127.0.0.1:{port}",
        )
        for port in ports
    ]
    people = [Person(api.telegram, id=number, language_code="en") for number in range(1, CHATS + 1)]
    async with httpx.AsyncClient(trust_env=False) as client:
        for number in range(UPDATES):
            update = people[number % CHATS].says("tell me of honey comb")
            # Each comes to both, as when the answer to the first got lost.
            await asyncio.gather(*(bring(client, port, update) for port in ports))
    await api.until_called("sendmessage", times=UPDATES)
    logs = [await stop_bot(replica) for replica in replicas]
    sent = Counter(call.parameters["chat_id"] for call in api.telegram.calls if call.method == "sendmessage")
    assert sent == dict.fromkeys(range(1, CHATS + 1), UPDATES // CHATS)
    assert sum(call.method == "setwebhook" for call in api.telegram.calls) == 1
    assert "Traceback" not in "".join(logs)


async def bring(client: httpx.AsyncClient, port: int, update: dict[str, object]) -> None:
    """Bring an update until it is taken."""
    while True:
        try:
            url = f"http://127.0.0.1:{port}{PATH}"
            response = await client.post(url, json=update, headers={HEADER: secret_of(TOKEN)})
        except httpx.TransportError:
            await asyncio.sleep(0.1)
            continue
        if response.is_success:
            return
        await asyncio.sleep(0.1)
