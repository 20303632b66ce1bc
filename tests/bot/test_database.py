"""The database's settings, and the key of the pseudonyms on disk."""

import asyncio
import stat
from pathlib import Path

import pytest
from sqlalchemy import URL, text
from sqlalchemy.exc import SQLAlchemyError

from bot.database import open_engine, pseudonyms_in
from knowledge.outcomes import Dialogue
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store
from tests.support.postgres import Postgres, free_port
from tests.support.records import PSEUDONYMS, keeper_log, keeping


def url_of(path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(path))


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 1), ("busy_timeout", 1000)], ids=str
)
async def test_every_connection_is_set_to_a_write_ahead_log_and_a_short_wait(
    tmp_path: Path, pragma: str, value: str | int
) -> None:
    engine = open_engine(url_of(tmp_path / "records.db"))
    async with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            assert await connection.scalar(text(f"PRAGMA {pragma}")) == value
    await engine.dispose()


def test_nothing_is_made_before_the_first_use(tmp_path: Path) -> None:
    open_engine(url_of(tmp_path / "records.db"))
    assert not [*tmp_path.iterdir()]


async def test_one_writes_while_another_reads(tmp_path: Path) -> None:
    engine = open_engine(url_of(tmp_path / "records.db"))
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE said (words TEXT)"))
    async with engine.connect() as reader:
        await reader.execute(text("BEGIN"))
        assert await reader.scalar(text("SELECT count(*) FROM said")) == 0
        async with engine.begin() as writer:
            await writer.execute(text("INSERT INTO said VALUES ('x')"))
        assert await reader.scalar(text("SELECT count(*) FROM said")) == 0
    await engine.dispose()


async def test_an_error_does_not_quote_what_was_to_be_written(tmp_path: Path) -> None:
    engine = open_engine(url_of(tmp_path / "records.db"))
    async with engine.connect() as connection:
        with pytest.raises(SQLAlchemyError) as failed:
            await connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "something private"})
    await engine.dispose()
    assert "something private" not in str(failed.value)


async def test_a_server_is_asked_in_utc_and_with_a_short_wait(postgres: Postgres) -> None:
    engine = open_engine(postgres.url("postgres"))
    async with engine.connect() as connection:
        found = [await connection.scalar(text(f"SHOW {name}")) for name in ("timezone", "lock_timeout")]
    await engine.dispose()
    assert found == ["UTC", "1s"]


async def test_connections_that_a_server_dropped_are_made_anew_and_nothing_is_lost(
    postgres: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    postgres.execute("postgres", "CREATE DATABASE dropped")
    async with keeping(open_engine(postgres.url("dropped"))) as keeper:
        await keeper.keep(1, Dialogue("nl"))
        postgres.execute("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'dropped'")
        await keeper.keep(1, Dialogue("en"))
        assert await keeper.dialogue(1) == Dialogue("en")
    assert keeper_log(caplog) == []


async def test_processes_that_start_at_once_make_the_tables_once(
    postgres: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    postgres.execute("postgres", "CREATE DATABASE together")
    keepers = [Keeper(Store(open_engine(postgres.url("together"))), PSEUDONYMS) for _ in range(3)]
    await asyncio.gather(*(keeper.prepare() for keeper in keepers))
    await keepers[0].keep(1, Dialogue("nl"))
    assert [await keeper.dialogue(1) for keeper in keepers] == [Dialogue("nl")] * 3
    for keeper in keepers:
        await keeper.close()
    assert keeper_log(caplog) == []


async def test_a_server_that_is_away_is_said_once_and_memory_takes_over(caplog: pytest.LogCaptureFixture) -> None:
    async with keeping(open_engine(Postgres(free_port()).url("nowhere"))) as keeper:
        await keeper.keep(1, Dialogue("nl"))
        assert await keeper.dialogue(1) == Dialogue("nl")
    [line] = keeper_log(caplog)
    assert line.startswith("ERROR: the database fails (")


def test_the_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    first = pseudonyms_in(tmp_path / "data" / "deep").of(1)
    key = tmp_path / "data" / "deep" / "pseudonym.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_bytes()) == 32
    assert pseudonyms_in(tmp_path / "data" / "deep").of(1) == first


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    assert pseudonyms_in(tmp_path / "one").of(1) != pseudonyms_in(tmp_path / "two").of(1)


@pytest.mark.parametrize("contents", [b"", b"short", b"x" * 31])
def test_a_damaged_key_is_left_alone_and_the_process_gets_one_of_its_own(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, contents: bytes
) -> None:
    (tmp_path / "pseudonym.key").write_bytes(contents)
    pseudonyms = pseudonyms_in(tmp_path)
    assert pseudonyms.of(1) == pseudonyms.of(1) != pseudonyms.of(2)
    assert pseudonyms.of(1) != pseudonyms_in(tmp_path).of(1)
    assert (tmp_path / "pseudonym.key").read_bytes() == contents
    record = caplog.records[0]
    assert (record.levelname, record.name) == ("WARNING", "bot.keys")
    assert str(tmp_path / "pseudonym.key") in record.getMessage()


@pytest.mark.parametrize("blocked", ["data", "data/pseudonym.key/folder"])
def test_where_no_key_can_be_kept_there_is_a_warning_and_a_key(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, blocked: str
) -> None:
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / blocked).write_text("in the way")
    assert pseudonyms_in(tmp_path / "data").of(1)
    assert "after a restart chats are new" in caplog.text
