"""`nuancebot db`: from SQLite to PostgreSQL and back over a file."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.database import open_engine
from knowledge.outcomes import Outcome
from knowledge.records.revisions import newest_revision
from tests.support.command_line import CommandLine, Finished
from tests.support.postgres import Postgres, free_port
from tests.support.records import change, keeping, rows


@pytest.fixture
def records(command_line: CommandLine, bare: Path) -> Path:
    """The file of a database in which two questions stand."""

    async def ask() -> None:
        async with keeping(open_engine(make_url(command_line.environment["NUANCEBOT_DATABASE_URL"]))) as keeper:
            for chat in (1, 2):
                await keeper.record(chat, Outcome("fallback", "en"), via="text", text=f"question {chat}")

    asyncio.run(ask())
    return bare / "records.db"


@pytest.fixture
def server(postgres: Postgres, request: pytest.FixtureRequest) -> str:
    """The address of an empty PostgreSQL database."""
    name = f"db_{abs(hash(request.node.name))}"
    postgres.execute("postgres", f"CREATE DATABASE {name}")
    return postgres.url(name).render_as_string()


def test_tables_are_made_and_the_database_is_looked_over(command_line: CommandLine) -> None:
    before = command_line.run("db", "check")
    assert before.exit_code == 1
    assert "nuancebot db upgrade" in before.stderr
    assert command_line.run("db", "upgrade").stdout.endswith(f": revision {newest_revision()}\n")
    finished = command_line.run("db", "check")
    assert f": ok, revision {newest_revision()}\n" in finished.stdout
    assert "  questions: 0\n" in finished.stdout


def test_all_moves_to_postgresql_and_comes_back_over_a_file(
    command_line: CommandLine, records: Path, bare: Path, server: str
) -> None:
    moved = command_line.run("db", "move", server)
    assert (moved.exit_code, moved.stderr) == (0, "")
    assert "  questions: 2\n" in moved.stdout
    assert "set NUANCEBOT_DATABASE_URL" in moved.stdout
    assert "  questions: 2\n" in command_line.run("db", "check", NUANCEBOT_DATABASE_URL=server).stdout
    copied = command_line.run("db", "backup", "copy.db", NUANCEBOT_DATABASE_URL=server)
    assert "pseudonym.key" in copied.stdout
    change(records, "DELETE FROM questions")
    assert command_line.run("db", "restore", "copy.db").exit_code == 0
    query = "SELECT text FROM questions ORDER BY id"
    assert rows(records, query) == rows(bare / "copy.db", query) == [("question 1",), ("question 2",)]


def test_a_file_that_is_there_is_not_written_over(command_line: CommandLine, records: Path) -> None:
    before = records.read_bytes()
    finished = command_line.run("db", "backup", "records.db")
    assert finished == Finished(1, "", "Error: records.db is there already\n")
    assert records.read_bytes() == before


def test_what_is_not_empty_takes_nothing(command_line: CommandLine, records: Path) -> None:
    assert command_line.run("db", "backup", "copy.db").exit_code == 0
    finished = command_line.run("db", "restore", "copy.db")
    assert finished == Finished(1, "", "Error: the database to copy to is not empty\n")
    assert len(rows(records, "SELECT * FROM questions")) == 2


def test_what_is_no_copy_is_one_line(command_line: CommandLine, bare: Path) -> None:
    (bare / "notes.txt").write_text("somebody's notes" * 100)
    (bare / "empty.db").touch()
    assert command_line.run("db", "restore", "notes.txt") == Finished(1, "", "Error: file is not a database\n")
    assert command_line.run("db", "restore", "empty.db").stderr == "Error: empty.db is no copy of a database\n"


def test_a_server_that_is_away_or_no_server_is_one_line_without_the_password(
    command_line: CommandLine, records: Path
) -> None:
    away = command_line.run("db", "move", f"postgresql+asyncpg://a:hunter2@127.0.0.1:{free_port()}/b")
    wrong = command_line.run("db", "move", "mysql://a:hunter2@example.org/b")
    assert (away.exit_code, wrong.exit_code) == (1, 2)
    for finished in (away, wrong):
        assert "hunter2" not in finished.stderr
        assert "Traceback" not in finished.stderr
    assert len(rows(records, "SELECT * FROM questions")) == 2


def test_a_damaged_file_is_told(command_line: CommandLine, records: Path) -> None:
    content = bytearray(records.read_bytes())
    content[2 * 4096 : 12 * 4096] = b"x" * (10 * 4096)
    records.write_bytes(content)
    finished = command_line.run("db", "check")
    assert finished.exit_code == 1
    assert finished.stderr.startswith("Error: ")
