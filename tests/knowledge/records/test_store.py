"""What is written down, as it stands in the database."""

import re
import struct
from pathlib import Path

import pytest

from knowledge.outcomes import Act, Dialogue, Outcome
from knowledge.records.conversations import Place
from knowledge.records.keeper import Keeper
from knowledge.records.store import Store, question_row
from tests.support.records import change, rows, standing

CHAT_ID = 5_577_006_791_947_779


@pytest.fixture
async def store(keeper: Keeper) -> Store:
    """A store whose tables are there."""
    await keeper.store.prepare()
    return keeper.store


@pytest.mark.parametrize("act", ["answer", "source", "simplify", "more", "smalltalk"])
async def test_what_found_an_answer_is_kept_without_its_text(store: Store, path: Path, act: Act) -> None:
    await store.put([question_row("c", Outcome(act, "nl", 0.5, entry="e"), via="text", text="my own words")], {})
    assert rows(path, "SELECT act, entry, confidence, via, language, text FROM questions") == [
        (act, "e", 0.5, "text", "nl", None)
    ]


@pytest.mark.parametrize(
    "asked", ["what is the capital of peru", "🙂 社会信用", "x" * 100_000, "'); DROP TABLE questions; --"]
)
@pytest.mark.parametrize("outcome", [Outcome("fallback", "en"), Outcome("clarify", "en", options=("a", "b"))])
async def test_what_found_no_answer_or_was_not_clear_is_kept_with_its_text(
    store: Store, path: Path, asked: str, outcome: Outcome
) -> None:
    await store.put([question_row("c", outcome, via="text", text=asked)], {})
    assert rows(path, "SELECT text FROM questions") == [(asked,)]


@pytest.mark.parametrize(
    "outcome", [Outcome("fallback", "en", note="withheld"), Outcome("clarify", "en", note="nothing-yet")]
)
async def test_what_only_goes_on_from_the_last_message_teaches_nothing(
    store: Store, path: Path, outcome: Outcome
) -> None:
    await store.put([question_row("c", outcome, via="text", text="is that all?")], {})
    assert rows(path, "SELECT text FROM questions") == [(None,)]


async def test_a_character_that_a_database_refuses_is_replaced(store: Store, path: Path) -> None:
    await store.put([question_row("c\0", Outcome("fallback", "en"), via="text", text="so\0cial \ud800")], {})
    await store.put([], {Place("c"): Dialogue("en", unclear="so\0cial")})
    assert rows(path, "SELECT chat, text FROM questions") == [("c\ufffd", "so\ufffdcial ?")]
    assert await standing(store, Place("c")) == Dialogue("en", unclear="so\ufffdcial")
    assert await standing(store, Place("\0")) is None


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
    await store.put([], {Place("c"): Dialogue("en", "en", "before", ("x",))})
    await store.put([], {Place("c"): dialogue})
    await store.put([], {Place("other"): Dialogue("en")})
    assert await standing(store, Place("c")) == dialogue


@pytest.mark.parametrize(("column", "found"), [("language", None), ("choice", Dialogue("nl"))])
async def test_a_language_that_is_no_longer_ours_is_forgotten(
    store: Store, path: Path, column: str, found: Dialogue | None
) -> None:
    await store.put([], {Place("c"): Dialogue("nl", "nl")})
    change(path, f"UPDATE conversations SET {column} = 'fr'")  # noqa: S608
    assert await standing(store, Place("c")) == found


@pytest.mark.sqlite
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
