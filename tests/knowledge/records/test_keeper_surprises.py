"""What else can happen to a database: it is deleted, comes from elsewhere, holds what nobody wrote."""

import asyncio
from pathlib import Path

import pytest

from bot.app import Knowledge, build_services
from bot.settings import Settings
from knowledge.outcomes import Dialogue, Outcome
from tests.support.records import HandClock, change, delete, engine_of, impatient_engine_of, keeper_log, keeping, rows
from tests.support.stage import buttons, open_stage

CHAT = 7
FIRST = Dialogue("nl", "en", "bees-honey", ("bees-sting", "owls-night"))
SECOND = Dialogue("en", entry="owls-night")


def in_the_way(path: Path) -> None:
    """Put a file where a folder should be."""
    path.write_text("no folder", encoding="utf-8")


def put_back(copy: Path, path: Path) -> None:
    """Put a copy in the place of a database."""
    delete(path)
    copy.rename(path)


async def test_people_are_answered_and_followed_while_the_database_is_away(
    bot_settings: Settings, small_knowledge: Knowledge, tmp_path: Path
) -> None:
    in_the_way(tmp_path / "data")
    services = build_services(bot_settings, small_knowledge)
    stage = await open_stage(services)
    message = await stage.says("tell me of honey comb")
    assert "something of honey" in message["text"]
    assert "What is it with stings <& more>?" in buttons(message)
    assert "something of stings" in (await stage.says("the first one"))["text"]
    await stage.application.shutdown()
    await services.keeper.close()


@pytest.mark.sqlite
async def test_a_conversation_goes_on_when_the_database_is_deleted(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
        delete(path)
        await keeper.keep(CHAT, SECOND)
        assert await keeper.dialogue(CHAT) == SECOND


@pytest.mark.sqlite
async def test_a_deleted_database_is_said_once(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
        delete(path)
        await keeper.keep(CHAT, SECOND)
        await keeper.keep(CHAT + 1, FIRST)
        assert (await keeper.dialogue(CHAT), await keeper.dialogue(CHAT + 1)) == (SECOND, FIRST)
    assert len(keeper_log(caplog)) == 1


@pytest.mark.sqlite
async def test_a_deleted_database_is_made_anew(path: Path) -> None:
    clock = HandClock()
    async with keeping(engine_of(path), clock) as keeper:
        await keeper.keep(CHAT, FIRST)
        delete(path)
        for _ in range(3):
            await keeper.keep(CHAT, SECOND)
            clock.rest()
    assert rows(path, "SELECT entry FROM conversations") == [("owls-night",)]


@pytest.mark.sqlite
async def test_a_database_put_back_from_a_copy_is_the_one_that_is_read_and_written(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
        change(path, f"VACUUM INTO '{path.parent.parent / 'copy.db'}'")
        await keeper.keep(CHAT, SECOND)
        put_back(path.parent.parent / "copy.db", path)
        assert await keeper.dialogue(CHAT) == FIRST
        await keeper.keep(CHAT + 1, SECOND)
    assert len(rows(path, "SELECT * FROM conversations")) == 2


@pytest.mark.sqlite
async def test_a_database_of_a_newer_bot_does_not_keep_people_from_their_answers(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keeper.prepare()
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    async with keeping(engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
        assert await keeper.dialogue(CHAT) == FIRST


async def test_a_row_that_cannot_be_read_is_a_new_conversation(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
        change(path, "UPDATE conversations SET offered = '7'")
        assert await keeper.dialogue(CHAT) is None


async def test_a_lone_surrogate_is_no_failure(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keeper.record(CHAT, Outcome("fallback", "nl"), via="text", text="a\ud800b")
    assert rows(path, "SELECT act FROM questions") == [("fallback",)]


async def test_two_first_messages_at_once_are_both_kept(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await asyncio.gather(keeper.keep(1, FIRST), keeper.keep(2, SECOND))
        assert [await keeper.dialogue(1), await keeper.dialogue(2)] == [FIRST, SECOND]
    assert len(rows(path, "SELECT * FROM conversations")) == 2


@pytest.mark.sqlite
async def test_tables_of_somebody_else_are_left_alone(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    change(path, "CREATE TABLE questions (mine TEXT)")
    async with keeping(engine_of(path)) as keeper:
        await keeper.keep(CHAT, FIRST)
        assert await keeper.dialogue(CHAT) == FIRST
    assert len(keeper_log(caplog)) == 1
    assert rows(path, "SELECT * FROM questions") == []
