"""What is known of who speaks: each their own, in one go."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from knowledge.outcomes import Dialogue
from knowledge.preferences import Preferences
from knowledge.records.keeper import Keeper
from knowledge.records.known import Known, Speaking, known_of
from knowledge.records.preferences import keep_preferences
from knowledge.records.pupils import join
from tests.support.records import engine_of, impatient_engine_of, keeping, locked
from tests.support.school import NOW, PLAN, PUPIL, opened

GROUP = -1_001_234_567_890
SIMPLE = Preferences(simple=True)


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


def in_private(person: int) -> Speaking:
    return Speaking(person, person, NOW, private=True)


def in_a_group(person: int) -> Speaking:
    return Speaking(GROUP, person, NOW, private=False)


async def test_a_newcomer_is_unknown(keeper: Keeper) -> None:
    assert await known_of(keeper, in_private(PUPIL)) == Known()


async def test_who_is_known_is_known_by_all_that_was_kept(keeper: Keeper) -> None:
    mine = await opened(keeper)
    await join(keeper, PUPIL, mine.code, NOW)
    await keeper.keep(PUPIL, Dialogue("nl", entry="e"))
    await keep_preferences(keeper, PUPIL, SIMPLE)
    assert await known_of(keeper, in_private(PUPIL)) == Known(Dialogue("nl", entry="e"), SIMPLE, mine)


async def test_a_class_that_is_over_is_none(keeper: Keeper) -> None:
    mine = await opened(keeper)
    await join(keeper, PUPIL, mine.code, NOW)
    assert await known_of(keeper, in_private(PUPIL)._replace(at=PLAN.ends_at)) == Known()


async def test_in_a_group_each_has_their_own_conversation_and_no_class(keeper: Keeper) -> None:
    await join(keeper, PUPIL, (await opened(keeper)).code, NOW)
    await keeper.keep(PUPIL, Dialogue("nl"))
    await keeper.keep(GROUP, Dialogue("en", entry="theirs"), PUPIL)
    await keep_preferences(keeper, PUPIL, SIMPLE)
    assert await known_of(keeper, in_a_group(PUPIL)) == Known(Dialogue("en", entry="theirs"), SIMPLE)
    assert await known_of(keeper, in_a_group(PUPIL + 1)) == Known()


async def test_of_many_at_once_nobody_gets_what_is_anothers(keeper: Keeper) -> None:
    people = range(1, 60)
    for person in people:
        await keeper.keep(person, Dialogue("nl", entry=f"e{person}"))
    for person in people[::3]:
        await keep_preferences(keeper, person, SIMPLE)
    found = await asyncio.gather(*(known_of(keeper, in_private(person)) for person in people))
    assert [known.dialogue for known in found] == [Dialogue("nl", entry=f"e{person}") for person in people]
    assert [person for person, known in zip(people, found, strict=True) if known.preferences == SIMPLE] == [
        *people[::3]
    ]


async def test_while_the_database_is_away_what_the_process_remembers_is_known(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        await keep_preferences(keeper, PUPIL, SIMPLE)
        with locked(path):
            await keeper.keep(PUPIL, Dialogue("nl", entry="e"))
            assert await known_of(keeper, in_private(PUPIL)) == Known(Dialogue("nl", entry="e"))
