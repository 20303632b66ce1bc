"""Two bots on one PostgreSQL that share no folder: how soon one answers what was taught in a chat of the other.

    python -m tests.benchmarks.teaching [--pack social-credit] [--times 3]

Both are processes of their own that take updates by webhook. The time is from when the maintainer is told that the
wording is live until the other bot gives the answer to it; and until it has learned the changed base.
"""

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import Process
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from bot.inbox.webhook import HEADER, PATH, secret_of
from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from bot.settings import Settings
from knowledge.library import Library
from knowledge.loader import load
from tests.support.http_api import HttpApi, serve_http_api
from tests.support.packs import write_pack
from tests.support.postgres import Postgres, free_port, new_database, serving_postgres
from tests.support.processes import start_bot
from tests.support.stage import buttons

ROOT = Path(__file__).parents[2]
# None has a word of another: the base answers none of them, whatever it has learned of the others.
WORDINGS = (
    "where does my aunt park her purple bicycle",
    "can giraffes swim across rivers",
    "how many eggs make one omelette",
    "which violin strings sound softest",
    "should carpets stay below pianos",
)
LEARNED = b"answers come from the changed pack"
NUMBERS = count(1000)


@dataclass
class Home:
    """One of the bots."""

    process: Process
    port: int
    client: httpx.AsyncClient
    api: HttpApi

    async def hears(self, update: dict[str, Any], chat: int) -> dict[str, Any]:
        """Bring an update until it is taken; give the message that comes of it in that chat."""
        before = len(self.api.telegram.calls)
        headers, url = {HEADER: secret_of(TOKEN)}, f"http://127.0.0.1:{self.port}{PATH}"
        while True:
            try:
                if (await self.client.post(url, json=update, headers=headers)).is_success:
                    break
            except httpx.TransportError:
                await asyncio.sleep(0.1)
        while True:
            for call in self.api.telegram.calls[before:]:
                result = call.result
                if isinstance(result, dict) and result.get("chat", {}).get("id") == chat and "text" in result:
                    return result
            await asyncio.sleep(0.01)

    async def learned(self) -> float:
        """Tell when it has learned what changed."""
        assert self.process.stderr
        while LEARNED not in await self.process.stderr.readline():
            pass
        return time.perf_counter()


async def taught(one: Home, entry: str, wording: str) -> None:
    """Teach a wording with the taps that it takes."""
    maintainer = Person(one.api.telegram, id=1, language_code="en")
    choice = await one.hears(maintainer.says(f"/teach {wording}"), 1)
    number = buttons(choice).popitem()[1].rpartition(":")[2].partition("-")[0]
    choice = await one.hears(maintainer.says(f"/teach {number} {entry}"), 1)
    await one.hears(maintainer.taps(choice, f"tp:en:{number}-0"), 1)
    while f"tx:en:{number}" not in buttons(one.api.telegram.calls[-1].result or {}).values():
        await asyncio.sleep(0.05)
    # Whatever it does to the exam.
    await one.hears(maintainer.says(f"/teach {number} anyway to measure"), 1)


async def measured(server: Postgres, pack: Path, library: Library, folder: Path, times: int) -> None:
    """Teach so often, and tell."""
    entry = next(iter(library.entries.values()))
    database = new_database(server, f"teaching_{folder.name}")
    async with serve_http_api() as api, httpx.AsyncClient(trust_env=False) as client:
        homes = []
        for name in ("one", "other"):
            port = free_port()
            process = await start_bot(
                folder / name,
                api.base_url,
                write=lambda _: pack,
                NUANCEBOT_DATABASE_URL=database,
                NUANCEBOT_UPDATES="webhook",
                NUANCEBOT_WEB_ADDRESS=f"127.0.0.1:{port}",
                NUANCEBOT_WEB_URL=f"http://127.0.0.1:{port}",
                NUANCEBOT_ADMINS="1",
            )
            homes.append(Home(process, port, client, api))
        one, other = homes
        try:
            for wording in WORDINGS[:times]:
                await taught(one, entry.id, wording)
                live = time.perf_counter()
                learning = asyncio.create_task(other.learned())
                answer = f"{entry.texts['en'].answer[:20]}"
                while True:
                    chat = next(NUMBERS)
                    asked = Person(api.telegram, id=chat, language_code="en").says(wording)
                    if answer in (await other.hears(asked, chat))["text"]:
                        break
                    await asyncio.sleep(0.1)
                answered = time.perf_counter()
                print(
                    f"answered after {answered - live:.1f} s, learned after {await learning - live:.1f} s", flush=True
                )
        finally:
            for home in homes:
                home.process.kill()
                await home.process.communicate()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", help="the small pack of the tests if not given")
    parser.add_argument("--times", type=int, default=3, choices=range(1, len(WORDINGS) + 1))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, serving_postgres() as server:
        folder = Path(name)
        settings = Settings(_env_file=None, nuancebot_pack=given.pack or str(write_pack(folder / "pack")))
        # The first start learns from the base.
        environment = os.environ | {"NUANCEBOT_PACK": str(settings.pack_folder), "NUANCEBOT_DATA": f"{folder}/one/data"}
        command = [sys.executable, "-m", "bot", "ask", "x"]
        subprocess.run(command, env=environment, cwd=ROOT, check=False, capture_output=True)
        shutil.copytree(folder / "one", folder / "other")
        library = load(settings.pack_folder)
        asyncio.run(measured(server, settings.pack_folder, library, folder, given.times))


if __name__ == "__main__":
    main()
