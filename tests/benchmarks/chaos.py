"""What becomes of updates when the bot is killed at random under load: by polling and by webhook, on both databases.

python tests/benchmarks/chaos.py [--kills 100]
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.support.chaos import Chaos, Shell
from tests.support.http_api import serve_http_api
from tests.support.postgres import Postgres, new_database, serving_postgres


async def suffered(server: Postgres, shell: Shell, kind: str, kills: int) -> bool:
    """Kill one kind of bot so often and tell; whether every update was answered."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        if kind == "PostgreSQL":
            database = new_database(server, f"chaos_{shell}")
        async with serve_http_api() as api:
            toll = await Chaos(api, folder, database, shell).kill(kills)
    print(
        f"{shell:<8} {kind:<11} {toll.kills} kills, {toll.updates} updates: "
        f"{toll.unanswered} unanswered, {toll.twice} answered twice",
        flush=True,
    )
    return not toll.unanswered


def main() -> None:
    """Do it to each; an update that is not answered is a failure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    kills = parser.parse_args().kills
    shells: tuple[Shell, ...] = ("polling", "webhook")
    with serving_postgres() as server:
        well = [
            asyncio.run(suffered(server, shell, kind, kills)) for shell in shells for kind in ("SQLite", "PostgreSQL")
        ]
    raise SystemExit(not all(well))


if __name__ == "__main__":
    main()
