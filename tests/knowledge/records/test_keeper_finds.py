"""What is looked for at the same time: read over one connection, to each their own."""

import asyncio
import datetime as dt
from pathlib import Path

from sqlalchemy import event

from knowledge.classes import Class
from knowledge.outcomes import Dialogue
from knowledge.preferences import LIKE_EVERYBODY, Preferences
from knowledge.records.keeper import Keeper
from knowledge.records.preferences import keep_preferences, preferences_of
from knowledge.records.pupils import class_of, join
from tests.support.records import impatient_engine_of, keeping, locked
from tests.support.school import NOW, PLAN, PUPIL, opened

GROUP = -1_001_234_567_890
SIMPLE = Preferences(simple=True)
UNKNOWN = (None, LIKE_EVERYBODY, None)


async def known_of(
    keeper: Keeper, person: int, at: dt.datetime = NOW, group: int | None = None
) -> tuple[Dialogue | None, Preferences, Class | None]:
    """Look for all that is known of who speaks, as an answer does."""
    chat = group or person
    dialogue, preferences, school_class = await asyncio.gather(
        keeper.dialogue(chat, person if group else None), preferences_of(keeper, person), class_of(keeper, chat, at)
    )
    return dialogue, preferences, school_class


async def test_a_newcomer_is_unknown(keeper: Keeper) -> None:
    assert await known_of(keeper, PUPIL) == UNKNOWN


async def test_all_that_an_answer_needs_is_read_over_one_connection(keeper: Keeper) -> None:
    await keeper.prepare()
    taken: list[object] = []
    event.listen(keeper.store.engine.sync_engine, "checkout", lambda connection, *_: taken.append(connection))
    await known_of(keeper, PUPIL)
    assert len(taken) == 1


async def test_who_is_known_is_known_by_all_that_was_kept(keeper: Keeper) -> None:
    mine = await opened(keeper)
    await join(keeper, PUPIL, mine.code, NOW)
    await keeper.keep(PUPIL, Dialogue("nl", entry="e"))
    await keep_preferences(keeper, PUPIL, SIMPLE)
    assert await known_of(keeper, PUPIL) == (Dialogue("nl", entry="e"), SIMPLE, mine)


async def test_a_class_that_is_over_is_none(keeper: Keeper) -> None:
    mine = await opened(keeper)
    await join(keeper, PUPIL, mine.code, NOW)
    assert await known_of(keeper, PUPIL, PLAN.ends_at) == UNKNOWN


async def test_in_a_group_each_has_their_own_conversation_and_no_class(keeper: Keeper) -> None:
    await join(keeper, PUPIL, (await opened(keeper)).code, NOW)
    await keeper.keep(PUPIL, Dialogue("nl"))
    await keeper.keep(GROUP, Dialogue("en", entry="theirs"), PUPIL)
    await keep_preferences(keeper, PUPIL, SIMPLE)
    assert await known_of(keeper, PUPIL, group=GROUP) == (Dialogue("en", entry="theirs"), SIMPLE, None)
    assert await known_of(keeper, PUPIL + 1, group=GROUP) == UNKNOWN


async def test_of_many_at_once_nobody_gets_what_is_anothers(keeper: Keeper) -> None:
    people = range(1, 60)
    for person in people:
        await keeper.keep(person, Dialogue("nl", entry=f"e{person}"))
    for person in people[::3]:
        await keep_preferences(keeper, person, SIMPLE)
    found = await asyncio.gather(*(known_of(keeper, person) for person in people))
    assert [dialogue for dialogue, _, _ in found] == [Dialogue("nl", entry=f"e{person}") for person in people]
    assert [person for person, known in zip(people, found, strict=True) if known[1] == SIMPLE] == [*people[::3]]


async def test_while_the_database_is_away_what_the_process_remembers_is_known(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        await keep_preferences(keeper, PUPIL, SIMPLE)
        with locked(path):
            await keeper.keep(PUPIL, Dialogue("nl", entry="e"))
            assert await known_of(keeper, PUPIL) == (Dialogue("nl", entry="e"), LIKE_EVERYBODY, None)
