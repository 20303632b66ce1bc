"""A bot that is killed at random under load, and started again: what became of every update."""

import asyncio
import os
import random
import sys
from asyncio.subprocess import DEVNULL, Process
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import suppress
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
    """A bot in a process of its own, on a database, that gets updates all the time; each from a chat of its own."""

    api: HttpApi
    folder: Path
    database: str
    shell: Shell
    _person: int = field(default=0, init=False)
    _port: int = field(default_factory=free_port, init=False)
    _bringing: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    async def kill(self, times: int) -> Toll:
        """Kill it so often, let it answer what is left, and count."""
        write_pack(self.folder / "pack")
        self.api.seconds_per_message = SECONDS_PER_MESSAGE
        load = asyncio.create_task(self._load())
        for _ in range(times):
            process = await self._start()
            await self._until(partial(self._more_than, self._answered()))
            await asyncio.sleep(random.uniform(0, 0.3))  # noqa: S311
            process.kill()
            await process.wait()
        load.cancel()
        await asyncio.wait([load])
        process = await self._start()
        with suppress(TimeoutError):
            await self._until(self._quiet)
        process.terminate()
        await process.wait()
        return self._toll(times)

    def _toll(self, kills: int) -> Toll:
        answers = self._counted()
        everybody = range(1, self._person + 1)
        twice = sum(answers[number] > 1 for number in everybody)
        return Toll(self._person, kills, sum(not answers[number] for number in everybody), twice)

    async def _start(self) -> Process:
        environment = {
            "PATH": os.environ["PATH"],
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": self.api.base_url,
            "NUANCEBOT_DATA": str(self.folder / "data"),
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
            self._person += 1
            update = Person(self.api.telegram, id=self._person, language_code="en").says("what of honey comb")
            if self.shell == "webhook":
                self._bring(self._post(update))
            await asyncio.sleep(1 / A_SECOND)

    def _bring(self, posting: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(posting)
        self._bringing.add(task)
        task.add_done_callback(self._bringing.discard)

    async def _post(self, update: dict[str, Any]) -> None:
        """Bring an update until it is taken, as Telegram does."""
        async with httpx.AsyncClient(trust_env=False) as client:
            while True:
                with suppress(httpx.HTTPError):
                    url = f"http://127.0.0.1:{self._port}{PATH}"
                    response = await client.post(url, json=update, headers={HEADER: secret_of(TOKEN)})
                    if response.is_success:
                        return
                await asyncio.sleep(0.2)

    async def _until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(120):
            while not condition():
                await asyncio.sleep(0.02)

    def _counted(self) -> Counter[int]:
        calls = self.api.telegram.calls
        return Counter(call.parameters["chat_id"] for call in calls if call.method == "sendmessage")

    def _answered(self) -> int:
        return len(self._counted())

    def _more_than(self, before: int) -> bool:
        return self._answered() > before

    def _quiet(self) -> bool:
        return not self._bringing and self._answered() >= self._person
