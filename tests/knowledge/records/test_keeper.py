"""A database that is away in every way: people go on, and the log says what is lost and when that is over."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from knowledge.outcomes import Dialogue, Outcome
from knowledge.records.keeper import REMEMBERED_CHATS, REST_SECONDS, Keeper
from tests.support.records import (
    HandClock,
    clear_the_way,
    engine_of,
    impatient_engine_of,
    keeper_log,
    keeping,
    kind_of,
    locked,
    put_in_the_way,
    rows,
)

CHAT = 7
FIRST = Dialogue("nl", "en", "bees-honey", ("bees-sting", "owls-night"))
SECOND = Dialogue("en", entry="owls-night")
LOCKED = {"sqlite": "database is locked", "postgresql": "canceling statement due to lock timeout"}
BACK = "WARNING: the database is back: questions and conversations are kept again"


@pytest.fixture
def clock() -> HandClock:
    """The keeper's clock."""
    return HandClock()


@pytest.fixture
async def keeper(path: Path, clock: HandClock) -> AsyncIterator[Keeper]:
    """A keeper that does not wait for locks."""
    async with keeping(impatient_engine_of(path), clock) as opened:
        yield opened


@pytest.fixture
async def readonly(path: Path) -> AsyncEngine:
    """A database that knows one chat and from now on can only be read."""
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
    engine = impatient_engine_of(path)
    event.listen(engine.sync_engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = 1"))
    return engine


def is_there(path: Path) -> bool:
    return path.exists()


def scribble(path: Path) -> bytes:
    notes = b"somebody's notes, and no database at all" * 100
    path.write_bytes(notes)
    return notes


def contents(path: Path) -> bytes:
    return path.read_bytes()


def fails(cause: str) -> str:
    return f"ERROR: the database fails ({cause}): answers go on, but what is asked is not kept"


async def test_a_conversation_outlives_the_process(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await keeper.dialogue(CHAT) is None
        await keeper.keep(CHAT, FIRST)
    async with keeping(engine_of(path)) as keeper:
        assert await keeper.dialogue(CHAT) == FIRST
        assert await keeper.dialogue(CHAT + 1) is None


async def test_a_database_that_is_missing_is_made(path: Path, keeper: Keeper, caplog: pytest.LogCaptureFixture) -> None:
    await keeper.prepare()
    assert len(rows(path, "SELECT version_num FROM alembic_version")) == 1
    assert keeper_log(caplog) == []


@pytest.mark.sqlite
async def test_a_directory_in_the_way_is_said_once_and_so_is_its_end(
    path: Path, clock: HandClock, keeper: Keeper, caplog: pytest.LogCaptureFixture
) -> None:
    put_in_the_way(path)
    for _ in range(3):
        await keeper.keep(CHAT, FIRST)
        await keeper.record(CHAT, Outcome("fallback", "nl"), via="text", text="?")
        clock.rest()
    assert await keeper.dialogue(CHAT) == FIRST
    assert keeper_log(caplog) == [fails("unable to open database file")]
    clear_the_way(path)
    await keeper.keep(CHAT, SECOND)
    assert await keeper.dialogue(CHAT) == SECOND
    assert keeper_log(caplog) == [fails("unable to open database file"), BACK]


@pytest.mark.sqlite
async def test_a_file_that_is_no_database_is_left_as_it_is(
    path: Path, keeper: Keeper, caplog: pytest.LogCaptureFixture
) -> None:
    notes = scribble(path)
    await keeper.keep(CHAT, FIRST)
    assert await keeper.dialogue(CHAT) == FIRST
    assert keeper_log(caplog) == [fails("file is not a database")]
    assert contents(path) == notes


async def test_a_lock_of_another_is_waited_out_in_memory(
    path: Path, clock: HandClock, keeper: Keeper, caplog: pytest.LogCaptureFixture
) -> None:
    await keeper.keep(CHAT, FIRST)
    with locked(path):
        await keeper.keep(CHAT, SECOND)
        assert await keeper.dialogue(CHAT) == SECOND
    clock.rest()
    await keeper.keep(CHAT, SECOND)
    assert keeper_log(caplog) == [fails(LOCKED[kind_of(path)]), BACK]
    assert rows(path, "SELECT language, entry FROM conversations") == [("en", "owls-night")]


@pytest.mark.sqlite
async def test_while_it_rests_the_database_is_left_alone(path: Path, clock: HandClock, keeper: Keeper) -> None:
    put_in_the_way(path)
    await keeper.prepare()
    clear_the_way(path)
    clock.now += REST_SECONDS - 1
    await keeper.keep(CHAT, FIRST)
    assert not is_there(path)
    clock.now += 1
    await keeper.keep(CHAT, FIRST)
    assert is_there(path)


@pytest.mark.sqlite
async def test_the_memory_forgets_the_chat_that_was_silent_longest(path: Path, keeper: Keeper) -> None:
    put_in_the_way(path)
    for chat in range(REMEMBERED_CHATS):
        await keeper.keep(chat, FIRST)
    await keeper.keep(0, SECOND)
    await keeper.keep(REMEMBERED_CHATS, FIRST)
    assert [await keeper.dialogue(chat) for chat in (0, 1, 2)] == [SECOND, None, FIRST]


async def test_the_log_of_a_failure_holds_nothing_that_was_asked(
    path: Path, keeper: Keeper, caplog: pytest.LogCaptureFixture
) -> None:
    await keeper.keep(CHAT, FIRST)
    with locked(path):
        await keeper.record(987654321, Outcome("fallback", "nl"), via="text", text="my own secret")
    assert keeper_log(caplog) == [fails(LOCKED[kind_of(path)])]
    assert "secret" not in caplog.text
    assert "987654321" not in caplog.text


@pytest.mark.sqlite
async def test_a_database_that_only_reads_is_said_once_and_memory_takes_over(
    readonly: AsyncEngine, caplog: pytest.LogCaptureFixture
) -> None:
    async with keeping(readonly) as keeper:
        assert await keeper.dialogue(CHAT) == FIRST
        await keeper.keep(CHAT, SECOND)
        await keeper.keep(CHAT + 1, FIRST)
        assert (await keeper.dialogue(CHAT), await keeper.dialogue(CHAT + 1)) == (SECOND, FIRST)
    assert keeper_log(caplog) == [fails("attempt to write a readonly database")]


@pytest.mark.sqlite
async def test_a_database_is_not_back_because_it_can_be_read(
    readonly: AsyncEngine, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with keeping(readonly, clock) as keeper:
        for chat in range(3):
            await keeper.dialogue(chat)
            await keeper.keep(chat, FIRST)
            clock.rest()
    assert keeper_log(caplog) == [fails("attempt to write a readonly database")]


async def test_what_the_process_remembers_of_a_person_is_forgotten_in_private_and_in_groups(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        with locked(path):
            await keeper.keep(CHAT, FIRST)
            await keeper.keep(-1, FIRST, CHAT)
            await keeper.keep(-1, SECOND, 8)
        assert await keeper.dialogue(CHAT) == FIRST
        keeper.unlearn(CHAT)
        assert await keeper.dialogue(CHAT) is None
        assert await keeper.dialogue(-1, CHAT) is None
        assert await keeper.dialogue(-1, 8) == SECOND


async def test_a_write_gives_what_came_of_it_or_that_nothing_did(path: Path) -> None:
    async def work(_: AsyncEngine) -> str:
        return "done"

    async def fails(_: AsyncEngine) -> str:
        raise OSError

    async with keeping(engine_of(path)) as keeper:
        assert await keeper.change(work, None) == "done"
        assert await keeper.change(fails, None) is None
        assert await keeper.change(work, None) is None


async def test_a_whole_class_writes_at_once_and_all_of_it_is_kept(
    path: Path, keeper: Keeper, caplog: pytest.LogCaptureFixture
) -> None:
    asked = Outcome("answer", "en", entry="bees-honey")
    await asyncio.gather(*(keeper.record(chat, asked, via="text") for chat in range(60)))
    assert rows(path, "SELECT count(*) FROM questions") == [(60,)]
    assert keeper_log(caplog) == []


async def test_who_waits_for_a_database_that_fails_waits_no_longer(path: Path, keeper: Keeper) -> None:
    tried = []

    async def failing(_: AsyncEngine) -> None:
        tried.append(1)
        await asyncio.sleep(0)
        raise OSError

    if kind_of(path) == "sqlite":
        await asyncio.gather(*(keeper.change(failing, None) for _ in range(5)))
        assert len(tried) == 1


async def test_what_many_look_for_at_once_is_looked_up_together(tmp_path: Path) -> None:
    groups: list[int] = []

    async def double(_engine: object, keys: Sequence[int]) -> list[int]:
        groups.append(len(keys))
        await asyncio.sleep(0)
        return [2 * key for key in keys]

    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        found = await asyncio.gather(*(keeper.find(double, key, -1) for key in range(50)))
    assert found == [2 * key for key in range(50)]
    assert sum(groups) == 50
    assert len(groups) < 5


async def test_what_many_write_at_once_is_written_and_each_conversation_stands_for_itself(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await asyncio.gather(*(keeper.keep(chat, Dialogue("en", entry=f"e{chat}")) for chat in range(40)))
        await asyncio.gather(*(keeper.record(chat, Outcome("answer", "en"), via="text") for chat in range(40)))
        dialogues = await asyncio.gather(*(keeper.dialogue(chat) for chat in range(41)))
    assert [dialogue and dialogue.entry for dialogue in dialogues] == [*(f"e{chat}" for chat in range(40)), None]
    assert rows(tmp_path / "bot.db", "SELECT count(*) FROM questions") == [(40,)]
