"""What is written down, as it stands in the file; and the revisions of its tables."""

import re
import struct
from collections.abc import AsyncIterator
from importlib import resources
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlmodel import SQLModel

from knowledge.outcomes import Act, Dialogue, Outcome
from knowledge.records.conversations import Place
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store
from tests.support.records import engine_of, keeping, rows

CHAT_ID = 5_577_006_791_947_779


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database stands."""
    return tmp_path / "bot.db"


@pytest.fixture
async def keeper(path: Path) -> AsyncIterator[Keeper]:
    """A keeper of a database as the bot opens it."""
    async with keeping(engine_of(path)) as opened:
        yield opened


@pytest.fixture
async def store(keeper: Keeper) -> Store:
    """A store whose tables are there."""
    await keeper.store.prepare()
    return keeper.store


@pytest.mark.parametrize("act", ["answer", "source", "simplify", "more", "smalltalk"])
async def test_what_found_an_answer_is_kept_without_its_text(store: Store, path: Path, act: Act) -> None:
    await store.record("c", Outcome(act, "nl", 0.5, entry="e"), via="text", text="my own words")
    assert rows(path, "SELECT act, entry, confidence, via, language, text FROM questions") == [
        (act, "e", 0.5, "text", "nl", None)
    ]


@pytest.mark.parametrize(
    "asked", ["what is the capital of peru", "🙂 社会\0信用", "x" * 100_000, "'); DROP TABLE questions; --"]
)
@pytest.mark.parametrize("outcome", [Outcome("fallback", "en"), Outcome("clarify", "en", options=("a", "b"))])
async def test_what_found_no_answer_or_was_not_clear_is_kept_with_its_text(
    store: Store, path: Path, asked: str, outcome: Outcome
) -> None:
    await store.record("c", outcome, via="text", text=asked)
    assert rows(path, "SELECT text FROM questions") == [(asked,)]


@pytest.mark.parametrize(
    "outcome", [Outcome("fallback", "en", note="withheld"), Outcome("clarify", "en", note="nothing-yet")]
)
async def test_what_only_goes_on_from_the_last_message_teaches_nothing(
    store: Store, path: Path, outcome: Outcome
) -> None:
    await store.record("c", outcome, via="text", text="is that all?")
    assert rows(path, "SELECT text FROM questions") == [(None,)]


async def test_a_pick_is_kept_with_what_was_offered_and_the_question_that_was_not_clear(
    store: Store, path: Path
) -> None:
    before = Dialogue("en", offered=("a", "b"), unclear="the \ud800cameras?")
    await store.learn("c", before, Outcome("answer", "en", entry="b"), via="tap")
    assert rows(path, "SELECT chat, via, language, offered, entry, text FROM picks") == [
        ("c", "tap", "en", '["a", "b"]', "b", "the ?cameras?")
    ]


@pytest.mark.parametrize(
    "dialogue",
    [Dialogue("nl"), Dialogue("en", "nl", "e", ("a", "b", "c")), Dialogue("nl", offered=("a'\"🙂",))],
)
async def test_a_conversation_comes_back_as_it_was_last(store: Store, dialogue: Dialogue) -> None:
    await store.keep(Place("c"), Dialogue("en", "en", "before", ("x",)))
    await store.keep(Place("c"), dialogue)
    await store.keep(Place("other"), Dialogue("en"))
    assert await store.dialogue(Place("c")) == dialogue


@pytest.mark.parametrize(("column", "found"), [("language", None), ("choice", Dialogue("nl"))])
async def test_a_language_that_is_no_longer_ours_is_forgotten(
    store: Store, path: Path, column: str, found: Dialogue | None
) -> None:
    await store.keep(Place("c"), Dialogue("nl", "nl"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE conversations SET {column} = 'fr'"))  # noqa: S608
    engine.dispose()
    assert await store.dialogue(Place("c")) == found


async def test_the_chat_id_is_nowhere_in_the_files_of_the_database(keeper: Keeper, path: Path) -> None:
    await keeper.keep(CHAT_ID, Dialogue("nl", entry="here-it-is"))
    await keeper.record(CHAT_ID, Outcome("fallback", "nl"), via="text", text="who am i")
    written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"here-it-is" in written
    assert b"who am i" in written
    as_number = (struct.pack(order, CHAT_ID) for order in (">q", "<q"))
    as_text = (form.encode() for form in (str(CHAT_ID), f"{CHAT_ID:x}"))
    assert not [
        form for form in (*as_number, *as_text) if form in written or form.lstrip(b"\0").rstrip(b"\0") in written
    ]
    [(chat,)] = rows(
        path, "SELECT DISTINCT chat FROM (SELECT chat FROM questions UNION SELECT chat FROM conversations)"
    )
    assert re.fullmatch("[0-9a-f]{32}", str(chat))


async def test_the_revisions_give_the_tables_that_the_code_describes(store: Store, path: Path) -> None:
    await store.prepare()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, SQLModel.metadata) == []
        assert set(inspect(connection).get_table_names()) == {"alembic_version", *SQLModel.metadata.tables}
    engine.dispose()


async def test_the_way_back_removes_the_tables_and_the_way_forth_makes_them_again(store: Store, path: Path) -> None:
    await store.keep(Place("c"), Dialogue("nl"))
    config = Config()
    config.set_main_option("script_location", str(resources.files("knowledge.records") / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()
    await store.prepare()
    assert await store.dialogue(Place("c")) is None
