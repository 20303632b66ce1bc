"""A PostgreSQL server of the tests' own: made for the run, on a free port of loopback, gone afterwards."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import URL

Result = TypeVar("Result")

# Where Debian puts what is not for every user's path.
DEBIAN = Path("/usr/lib/postgresql")
# PostgreSQL runs as nobody who may do everything.
USER = "postgres"
# Nothing here has to outlive a power cut.
CARELESS = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")

_LOCKING = """
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
  LOOP EXECUTE format('LOCK TABLE %I', each.tablename); END LOOP;
END $$
"""


@dataclass(frozen=True)
class Postgres:
    """A server; every database in it is a test's. One that was made here, in `folder`, can be stopped and started."""

    port: int
    folder: Path = Path()

    def start(self) -> None:
        """Start it, and wait until it can be used."""
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} {' '.join(CARELESS)}"
        self._control("-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def stop(self, how: str = "fast") -> None:
        """Stop it, as its operator would or `immediate`, and wait until it is gone."""
        self._control("-m", how, "-w", "stop")

    @contextmanager
    def away(self) -> Iterator[None]:
        """Be stopped for a while."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def _control(self, *arguments: str) -> None:
        _call(self.folder, "pg_ctl", "-D", str(self.folder / "cluster"), *arguments)

    def url(self, database: str) -> URL:
        """Give the address of a database as the bot wants it."""
        return URL.create("postgresql+asyncpg", "postgres", None, "127.0.0.1", self.port, database)

    def run(self, database: str, work: Callable[[asyncpg.Connection], Coroutine[Any, Any, Result]]) -> Result:
        """Do something over a connection of one's own, also while the test's own loop runs."""

        async def connected() -> Result:
            connection = await asyncpg.connect(host="127.0.0.1", port=self.port, user="postgres", database=database)
            try:
                return await work(connection)
            finally:
                await connection.close()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, connected()).result()

    def execute(self, database: str, statement: str) -> None:
        """Run a statement, or several."""

        async def work(connection: asyncpg.Connection) -> None:
            await connection.execute(statement)

        self.run(database, work)

    def rows(self, database: str, query: str) -> list[tuple[object, ...]]:
        """Read rows."""

        async def work(connection: asyncpg.Connection) -> list[tuple[object, ...]]:
            return [tuple(row) for row in await connection.fetch(query)]

        return self.run(database, work)

    @contextmanager
    def locked(self, database: str) -> Iterator[None]:
        """Hold a lock on every table that lets nobody else read or write."""
        with closing(asyncio.new_event_loop()) as loop, ThreadPoolExecutor(1) as pool:
            connecting = asyncpg.connect(host="127.0.0.1", port=self.port, user="postgres", database=database)
            connection = pool.submit(loop.run_until_complete, connecting).result()
            pool.submit(loop.run_until_complete, connection.execute(f"BEGIN; {_LOCKING}")).result()
            try:
                yield
            finally:
                pool.submit(loop.run_until_complete, connection.close()).result()


def new_database(server: Postgres, name: str) -> str:
    """Make an empty database; give its address."""
    server.execute("postgres", f'CREATE DATABASE "{name}"')
    return server.url(name).render_as_string()


def program(name: str) -> str:
    """Find a program of PostgreSQL."""
    versions = sorted(DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*map(str, versions), os.environ["PATH"]]))
    assert found, f"the tests need PostgreSQL's {name}"
    return found


@contextmanager
def serving_postgres() -> Iterator[Postgres]:
    """Make a server and run it for a while."""
    folder = Path(tempfile.mkdtemp(prefix="nuancebot-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
    server = Postgres(free_port(), folder)
    try:
        cluster = str(folder / "cluster")
        _call(folder, "initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder)


def _call(folder: Path, name: str, *arguments: str) -> None:
    # Its own log goes to a file: a pipe that the server inherits would never close.
    command, user = [program(name), *arguments], USER if os.geteuid() == 0 else None
    done = subprocess.run(command, user=user, cwd=folder, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
    assert done.returncode == 0, f"{name} failed; its log is in {folder}"


def free_port() -> int:
    """Give a port of loopback on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
    return port
