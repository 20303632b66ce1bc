"""How many updates a second are answered by polling on loopback: plain PTB with one bare reply, and the bot as it is.

    python tests/benchmarks/updates.py [--updates 3000]

The Bot API on the other side checks nothing and takes hardly any time. `a core` is what the bot's own processor time
allows: on a machine with other things to do it is the figure to compare.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from asyncio.subprocess import DEVNULL
from dataclasses import dataclass
from pathlib import Path

from bot.offline.telegram import TOKEN
from bot.settings import Settings
from knowledge.loader import load
from tests.support.bare_api import BareApi, updates_of
from tests.support.postgres import new_database, serving_postgres

ROOT = Path(__file__).parents[2]
CHATS = 300

PLAIN = """
import sys
from telegram.ext import ApplicationBuilder, MessageHandler, filters
async def reply(update, context):
    await update.message.reply_text("one bare reply")
builder = ApplicationBuilder().token(sys.argv[1]).base_url(sys.argv[2])
if sys.argv[3] != "1":
    builder = builder.concurrent_updates(int(sys.argv[3]))
if sys.argv[4] == "aiohttp":
    from bot.requesting import HttpRequest
    builder = builder.request(HttpRequest(256)).get_updates_request(HttpRequest(1))
application = builder.build()
application.add_handler(MessageHandler(filters.TEXT, reply))
application.run_polling()
"""


@dataclass(frozen=True)
class Pace:
    """Updates a second: as measured, and per second of the bot's own processor time."""

    measured: float
    a_core: float


async def measured(command: list[str], environment: dict[str, str], texts: list[str]) -> Pace:
    """Run a bot until it has answered everything."""
    async with BareApi(updates_of(texts, CHATS)) as api:
        process = await asyncio.create_subprocess_exec(
            *[part.replace("{url}", api.url) for part in command],
            env=environment | {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TELEGRAM_API_BASE_URL": api.url},
            cwd=ROOT,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        while not api.began:
            assert process.returncode is None, f"it ended at once: {command}"
            await asyncio.sleep(0.001)
        before = processor_seconds(process.pid)
        await asyncio.wait_for(api.done.wait(), 600)
        used = processor_seconds(process.pid) - before
        process.kill()
        await process.wait()
        return Pace(len(texts) / (api.ended - api.began), len(texts) / used)


def processor_seconds(pid: int) -> float:
    """Give the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def questions(number: int) -> list[str]:
    """Give questions of the bot's own base, in turn."""
    entries = load(Settings(_env_file=None).pack_folder).entries.values()
    phrasings = [entry.texts["en"].phrasings[0] for entry in entries]
    return [phrasings[turn % len(phrasings)] for turn in range(number)]


def main() -> None:
    """Measure all, in one run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=3000)
    number = parser.parse_args().updates
    texts = questions(number)
    print(f"{number} updates from {CHATS} chats; updates a second: measured / a core")
    for at_once, way in (("1", "httpx"), ("32", "httpx"), ("1", "aiohttp"), ("32", "aiohttp")):
        plain = [sys.executable, "-c", PLAIN, TOKEN, "{url}", at_once, way]
        tell(f"plain PTB with {way}, {at_once} at a time", plain, {}, texts)
    bot = [sys.executable, "-m", "bot", "run"]
    with tempfile.TemporaryDirectory() as folder, serving_postgres() as server:
        environment = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "NUANCEBOT_DATA": folder,
            "NUANCEBOT_MOST_A_MINUTE": "0",
            "NUANCEBOT_MOST_A_SECOND": "0",
            "NUANCEBOT_LANGUAGE": "en",
            "NUANCEBOT_REFRESH_SECONDS": "0",
        }
        # The first start learns from the base.
        subprocess.run(
            [sys.executable, "-m", "bot", "ask", "x"],
            env=os.environ | environment,
            cwd=ROOT,
            check=False,
            stdout=subprocess.DEVNULL,
        )
        for kind, url in (
            ("SQLite", f"sqlite+aiosqlite:///{folder}/bot.db"),
            ("PostgreSQL", new_database(server, "bench")),
        ):
            tell(f"the bot, {kind}", bot, environment | {"NUANCEBOT_DATABASE_URL": url}, texts)


def tell(name: str, command: list[str], environment: dict[str, str], texts: list[str]) -> None:
    """Measure one and print it."""
    pace = asyncio.run(measured(command, environment, texts))
    print(f"{name:<42} {pace.measured:>7.0f} / {pace.a_core:.0f}", flush=True)


if __name__ == "__main__":
    main()
