"""A bot that runs: how soon it answers after its start, how long an answer takes at a steady pace, and how it grows.

    python tests/benchmarks/running.py [--updates 20000] [--rate 200]

By polling on loopback, with SQLite, each update from a chat of its own. The time of an answer is from when the update
could be fetched until the message arrives. Beside it, plain PTB with one bare reply, in the same run.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.offline.telegram import TOKEN
from tests.benchmarks.updates import PLAIN, ROOT, questions
from tests.support.bare_api import MOST, BareApi, updates_of

# Of the answers, so many are left out at the beginning: a process warms up.
WARMING = 100


@dataclass
class PacedApi(BareApi):
    """Hands out so many updates a second, and notes how long each took to be answered."""

    rate: float = 200.0
    took: list[float] = field(default_factory=list)
    first: float = 0.0

    async def _result(self, path: str, asked: dict[str, list[str]]) -> Any:
        if path.lower().endswith("/sendmessage"):
            self.first = self.first or time.perf_counter()
            # Of update n, from 1, the chat is n + 1; that of the last is 1.
            place = (int(asked["chat_id"][0]) - 2) % len(self.updates)
            self.took.append(time.perf_counter() - self._due(place))
        return await super()._result(path, asked)

    async def _updates(self, offset: int) -> Sequence[dict[str, Any]]:
        self.began = self.began or time.perf_counter()
        place = max(offset - 1, 0)
        if place >= len(self.updates):
            await asyncio.sleep(1)
            return []
        await asyncio.sleep(max(0.0, self._due(place) - time.perf_counter()))
        due = int((time.perf_counter() - self.began) * self.rate) + 1
        return self.updates[place : min(due, place + MOST)]

    def _due(self, place: int) -> float:
        return self.began + place / self.rate


async def measured(command: list[str], environment: dict[str, str], texts: list[str], rate: float) -> str:
    """Run a bot at that pace, and tell."""
    async with PacedApi(updates_of(texts, len(texts)), rate=rate) as api:
        started = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *[part.replace("{url}", api.url) for part in command],
            env=environment | {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TELEGRAM_API_BASE_URL": api.url},
            cwd=ROOT,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        while len(api.took) < min(WARMING, len(texts)):
            await asyncio.sleep(0.05)
        before = megabytes(process.pid)
        await asyncio.wait_for(api.done.wait(), 3600)
        after = megabytes(process.pid)
        process.kill()
        await process.wait()
    took = sorted(1000 * seconds for seconds in api.took[WARMING:])
    return (
        f"first answer after {api.first - started:.2f} s; {statistics.median(took):.1f} ms p50, "
        f"{took[int(0.99 * len(took))]:.1f} ms p99; {before:.0f} MB, after {len(texts)} updates {after:.0f} MB"
    )


def megabytes(pid: int) -> float:
    """Give the memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=200.0)
    given = parser.parse_args()
    texts = questions(given.updates)
    plain = [sys.executable, "-c", PLAIN, TOKEN, "{url}", "1", "httpx"]
    print(f"plain PTB: {asyncio.run(measured(plain, {}, texts[:2000], given.rate))}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "NUANCEBOT_DATA": folder,
            "NUANCEBOT_MOST_A_MINUTE": "0",
            "NUANCEBOT_MOST_A_SECOND": "0",
            "NUANCEBOT_LANGUAGE": "en",
        }
        # The first start learns from the base.
        command = [sys.executable, "-m", "bot"]
        subprocess.run([*command, "ask", "x"], env=os.environ | environment, cwd=ROOT, check=False, capture_output=True)
        print(f"the bot:   {asyncio.run(measured([*command, 'run'], environment, texts, given.rate))}", flush=True)


if __name__ == "__main__":
    main()
