"""Records are kept alike on SQLite and on PostgreSQL: every test with a database runs on both.

A test marked `sqlite` is about the file itself (its locks, its bytes, its being deleted), one marked `postgresql`
about several processes.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from knowledge.records.keeper import Keeper
from tests.support.postgres import Postgres
from tests.support.records import EMPTIED, engine_of, keeping, point_to

DATABASE = "records"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what opens a database once for each kind."""
    kinds = [kind for kind in ("sqlite", "postgresql") if metafunc.definition.get_closest_marker(kind)]
    if "tmp_path" in metafunc.fixturenames:
        metafunc.parametrize("_database", kinds or ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def records(postgres: Postgres) -> Postgres:
    """A server with one database, which is emptied after each test."""
    postgres.execute("postgres", f"CREATE DATABASE {DATABASE}")
    return postgres


@pytest.fixture(autouse=True)
def _database(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let `engine_of` and its like open the kind of database that the test runs on."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield
        return
    server: Postgres = request.getfixturevalue("records")
    point_to(server, DATABASE, request.getfixturevalue("tmp_path"))
    yield
    server.execute(DATABASE, EMPTIED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database stands, in a folder of its own."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "bot.db"


@pytest.fixture
async def keeper(path: Path) -> AsyncIterator[Keeper]:
    """A keeper of a database as the bot opens it."""
    async with keeping(engine_of(path)) as kept:
        yield kept
