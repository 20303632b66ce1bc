"""What becomes of updates when the bot is killed at random under load, or when what it needs fails around it.

    python tests/benchmarks/chaos.py [--only kills telegram away locked full] [--by polling webhook]
                                     [--kills 100] [--seconds 60]

`kills` on both databases; `telegram`: the Bot API fails for so many seconds, in every way that it can; `away`:
PostgreSQL is stopped for 10 s; `locked`: another holds a SQLite file for 10 s; `full`: the disk with it takes nothing
for 10 s (a small disk of its own, which only root can make).
"""

import argparse
import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.chaos import Chaos, Shell
from tests.support.hardship import full, lasting, locked_file, small_disk, suffered
from tests.support.http_api import serve_http_api
from tests.support.postgres import Postgres, new_database, serving_postgres
from tests.support.rough_api import serve_rough_api

SECONDS = 10.0
# Of the disk that is filled.
MEGABYTES = 64


@dataclass(frozen=True)
class Part:
    """One trial in a fresh folder, told in a line."""

    shell: Shell
    folder: Path
    server: Postgres
    seconds: float
    times: int

    @property
    def sqlite(self) -> str:
        """The address of a SQLite file in the folder."""
        return f"sqlite+aiosqlite:///{self.folder / 'bot.db'}"

    async def kills(self) -> bool:
        """Kill it; whether every update was answered."""
        return await self._kills("SQLite", self.sqlite)

    async def kills_on_postgresql(self) -> bool:
        """Kill it on the other database."""
        return await self._kills("PostgreSQL", new_database(self.server, f"chaos_{self.shell}"))

    async def _kills(self, kind: str, database: str) -> bool:
        async with serve_http_api() as api:
            toll = await Chaos(api, self.folder, database, self.shell).kill(self.times)
        told = f"{toll.kills} kills, {toll.updates} updates: {toll.unanswered} unanswered, {toll.twice} answered twice"
        return self._tell(kind, told, well=not toll.unanswered)

    async def telegram(self) -> bool:
        """Let the Bot API fail."""
        async with serve_rough_api() as api:
            chaos = Chaos(api, self.folder, self.sqlite, self.shell)
            found = await suffered(chaos, lambda _: lasting(self.seconds, api.in_trouble()))
        return self._tell(f"Bot API fails {self.seconds:.0f} s", found, well=not found.lost and not found.twice)

    async def away(self) -> bool:
        """Stop PostgreSQL and start it."""
        async with serve_http_api() as api:
            chaos = Chaos(api, self.folder, new_database(self.server, f"away_{self.shell}"), self.shell)
            found = await suffered(chaos, lambda _: lasting(SECONDS, self.server.away()))
        return self._tell("PostgreSQL stopped", found, well=not found.lost and not found.twice)

    async def locked(self) -> bool:
        """Let another hold the SQLite file."""
        async with serve_http_api() as api:
            chaos = Chaos(api, self.folder, self.sqlite, self.shell)
            found = await suffered(chaos, lambda _: lasting(SECONDS, locked_file(self.folder / "bot.db")))
        return self._tell("SQLite locked", found, well=not found.lost and not found.twice)

    async def full(self) -> bool:
        """Fill the disk."""
        with small_disk(self.folder, MEGABYTES):
            async with serve_http_api() as api:
                chaos = Chaos(api, self.folder, self.sqlite, self.shell)
                found = await suffered(chaos, lambda _: lasting(SECONDS, full(self.folder)))
        return self._tell("disk full", found, well=not found.lost and not found.twice)

    def _tell(self, what: str, found: object, *, well: bool) -> bool:
        print(f"{self.shell:<8} {what:<20} {found}", flush=True)
        return well


TRIALS: dict[str, tuple[Callable[[Part], Coroutine[Any, Any, bool]], ...]] = {
    "kills": (Part.kills, Part.kills_on_postgresql),
    "telegram": (Part.telegram,),
    "away": (Part.away,),
    "locked": (Part.locked,),
    "full": (Part.full,),
}


def main() -> None:
    """Do all; an update that is lost, or answered twice without a kill, is a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=[*TRIALS])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0)
    shells: tuple[Shell, ...] = ("polling", "webhook")
    parser.add_argument("--by", nargs="+", choices=shells, default=shells)
    given = parser.parse_args()
    chosen = [(shell, trial) for name in given.only for trial in TRIALS[name] for shell in given.by]
    well = []
    with serving_postgres() as server:
        for shell, trial in chosen:
            with tempfile.TemporaryDirectory() as folder:
                well.append(asyncio.run(trial(Part(shell, Path(folder), server, given.seconds, given.kills))))
    raise SystemExit(not all(well))


if __name__ == "__main__":
    main()
