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
    """A server; every database in it is a test's."""

    port: int

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
    user = USER if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user, user)
    cluster, port = folder / "cluster", free_port()

    def call(name: str, *arguments: str) -> None:
        command = [program(name), *arguments]
        # Its own log goes to a file: a pipe that the server inherits would never close.
        done = subprocess.run(command, user=user, cwd=folder, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
        assert done.returncode == 0, f"{name} failed; its log is in {folder}"

    options = f"-p {port} -h 127.0.0.1 -k {folder} {' '.join(CARELESS)}"
    try:
        call("initdb", "-D", str(cluster), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        call("pg_ctl", "-D", str(cluster), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield Postgres(port)
        finally:
            call("pg_ctl", "-D", str(cluster), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def free_port() -> int:
    """Give a port of loopback on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
    return port
