"""A bot under load, to be killed at random or to have something fail around it: what became of every update."""

import asyncio
import os
import random
import sys
from asyncio.subprocess import DEVNULL, Process
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

import httpx

from bot.inbox.webhook import HEADER, PATH, secret_of
from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from tests.support.http_api import HttpApi
from tests.support.packs import write_pack
from tests.support.postgres import free_port

Shell = Literal["polling", "webhook"]

# So many updates a second come while the bot is there, and while it is not.
A_SECOND = 100
# By webhook over so many connections, each of which waits so long after a refusal.
CONNECTIONS, AGAIN_SECONDS = 100, 0.2
# How long sending one message takes, so that some are always under way.
SECONDS_PER_MESSAGE = 0.02


@dataclass(frozen=True)
class Toll:
    """What it cost: updates, kills, and how many updates got no answer or more than one."""

    updates: int
    kills: int
    unanswered: int
    twice: int


@dataclass
class Chaos:
    """A bot in a process of its own, on a database, that gets updates all the time; each from a chat of its own.

    `updates` counts those that were brought, from chat 1 on, and `refused` how often one was to be brought again.
    """

    api: HttpApi
    folder: Path
    database: str
    shell: Shell
    updates: int = field(default=0, init=False)
    refused: int = field(default=0, init=False)
    _port: int = field(default_factory=free_port, init=False)
    _client: httpx.AsyncClient = field(default_factory=lambda: httpx.AsyncClient(trust_env=False), init=False)
    _connections: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CONNECTIONS), init=False)
    _bringing: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        """Write the pack, and let messages take some time."""
        write_pack(self.folder / "pack")
        self.api.seconds_per_message = SECONDS_PER_MESSAGE

    async def kill(self, times: int) -> Toll:
        """Kill it so often, let it answer what is left, and count."""
        async with self.loaded():
            for _ in range(times):
                process = await self.start()
                await self.until(partial(self._more_than, self.answered()))
                await asyncio.sleep(random.uniform(0, 0.3))  # noqa: S311
                process.kill()
                await process.wait()
        process = await self.start()
        with suppress(TimeoutError):
            await self.until(self.quiet)
        process.terminate()
        await process.wait()
        await self.close()
        return self._toll(times)

    async def close(self) -> None:
        """Bring nothing more."""
        for task in [*self._bringing]:
            task.cancel()
        await asyncio.gather(*self._bringing, return_exceptions=True)
        await self._client.aclose()

    @asynccontextmanager
    async def loaded(self) -> AsyncIterator[None]:
        """Bring updates all the while."""
        load = asyncio.create_task(self._load())
        try:
            yield
        finally:
            load.cancel()
            await asyncio.wait([load])

    def _toll(self, kills: int) -> Toll:
        answers = self.counted()
        everybody = range(1, self.updates + 1)
        twice = sum(answers[number] > 1 for number in everybody)
        return Toll(self.updates, kills, sum(not answers[number] for number in everybody), twice)

    async def start(self) -> Process:
        """Start the bot."""
        environment = {
            "PATH": os.environ["PATH"],
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": self.api.base_url,
            "NUANCEBOT_DATA": str(self.folder / "data"),
            "NUANCEBOT_MOST_A_MINUTE": "0",
            "NUANCEBOT_MOST_A_SECOND": "0",
            "NUANCEBOT_DATABASE_URL": self.database,
            "NUANCEBOT_PACK": str(self.folder / "pack"),
            "NUANCEBOT_UPDATES": self.shell,
        }
        if self.shell == "webhook":
            environment["NUANCEBOT_WEB_ADDRESS"] = f"127.0.0.1:{self._port}"
            environment["NUANCEBOT_WEB_URL"] = f"http://127.0.0.1:{self._port}"
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment, cwd=Path(__file__).parents[2], stderr=DEVNULL
        )

    async def _load(self) -> None:
        while True:
            self.updates += 1
            update = Person(self.api.telegram, id=self.updates, language_code="en").says("what of honey comb")
            if self.shell == "webhook":
                self._bring(self._post(update))
            await asyncio.sleep(1 / A_SECOND)

    def _bring(self, posting: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(posting)
        self._bringing.add(task)
        task.add_done_callback(self._bringing.discard)

    async def _post(self, update: dict[str, Any]) -> None:
        """Bring an update until it is taken, as Telegram does, with no more connections than it is allowed."""
        url, headers = f"http://127.0.0.1:{self._port}{PATH}", {HEADER: secret_of(TOKEN)}
        while True:
            async with self._connections:
                with suppress(httpx.HTTPError):
                    response = await self._client.post(url, json=update, headers=headers)
                    if response.is_success:
                        return
                    self.refused += 1
                await asyncio.sleep(AGAIN_SECONDS)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so, for two minutes at most."""
        async with asyncio.timeout(120):
            while not condition():
                await asyncio.sleep(0.02)

    def counted(self) -> Counter[int]:
        """Count the messages to each chat."""
        calls = self.api.telegram.calls
        return Counter(call.parameters["chat_id"] for call in calls if call.method == "sendmessage")

    def answered(self) -> int:
        """Count the chats that got an answer."""
        return len(self.counted())

    def answered_from(self, number: int) -> bool:
        """Tell whether anybody with that number or a larger one got an answer."""
        return any(chat >= number for chat in self.counted())

    def quiet(self, doubtful: Collection[int] = ()) -> bool:
        """Tell whether all that was brought is answered, but for chats that may have been."""
        return not self._bringing and len({*self.counted(), *doubtful}) >= self.updates

    def _more_than(self, before: int) -> bool:
        return self.answered() > before
