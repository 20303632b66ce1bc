"""Where each chat stands, in a group each person in it."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.dialogue.state import FORGOTTEN_AFTER
from knowledge.outcomes import Dialogue
from knowledge.records.conversations import Place, spoken_in
from knowledge.records.store import Store
from tests.support.records import change, engine_of, standing

FULL = Dialogue(
    "nl", "en", "e", ("a", "b"), ("c", "d"), ("e", "f"), ("g",), ("h",), said="clarify", unclear="\ud800?", misses=1
)


@dataclass
class Calendar:
    """A clock that stands still until it is moved."""

    now: dt.datetime = dt.datetime(2027, 1, 4, 22, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        """Tell the time."""
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    """The store's clock."""
    return Calendar()


@pytest.fixture
async def store(tmp_path: Path, calendar: Calendar) -> AsyncIterator[Store]:
    """A store whose tables are there."""
    opened = Store(engine_of(tmp_path / "bot.db"), calendar)
    await opened.prepare()
    yield opened
    await opened.close()


async def test_everything_of_a_conversation_comes_back(store: Store) -> None:
    await store.put([], {Place("c"): FULL})
    found = await standing(store, Place("c"))
    assert found == Dialogue(
        "nl", "en", "e", ("a", "b"), ("c", "d"), ("e", "f"), ("g",), ("h",), said="clarify", unclear="??", misses=1
    )


async def test_each_person_in_a_group_has_a_conversation_of_their_own(store: Store) -> None:
    await store.put([], {Place("group", "ann"): Dialogue("en", entry="a")})
    await store.put([], {Place("group", "bob"): Dialogue("nl", entry="b")})
    assert await standing(store, Place("group", "ann")) == Dialogue("en", entry="a")
    assert await standing(store, Place("group", "bob")) == Dialogue("nl", entry="b")
    assert await standing(store, Place("group")) is None


async def test_a_chat_speaks_the_language_in_which_it_was_answered_last(store: Store, calendar: Calendar) -> None:
    assert await spoken_in(store.engine, "group") is None
    for person, language in (("ann", "nl"), ("bob", "en")):
        await store.put([], {Place("group", person): Dialogue(language)})  # type: ignore[arg-type]
        assert await spoken_in(store.engine, "group") == language
        calendar.now += dt.timedelta(seconds=1)


async def test_after_a_pause_only_the_language_is_left(store: Store, calendar: Calendar) -> None:
    await store.put([], {Place("c"): FULL})
    calendar.now += FORGOTTEN_AFTER - dt.timedelta(seconds=1)
    assert (await standing(store, Place("c")) or FULL).entry == "e"
    calendar.now += dt.timedelta(seconds=1)
    assert await standing(store, Place("c")) == Dialogue("nl", "en")


@pytest.mark.parametrize("thread", ['{"earlier": 7}', '{"said": "sang"}', '["x"]', '{"unknown": 1, "misses": "many"}'])
async def test_a_thread_that_another_version_wrote_is_left_aside(store: Store, tmp_path: Path, thread: str) -> None:
    await store.put([], {Place("c"): FULL})
    change(tmp_path / "bot.db", f"UPDATE conversations SET thread = '{thread}'")  # noqa: S608
    assert await standing(store, Place("c")) == Dialogue("nl", "en", "e", ("a", "b"))
