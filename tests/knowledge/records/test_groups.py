"""What is kept of a chat as a place, as it stands in the file, and through a keeper whose database is away."""

from pathlib import Path

import pytest

from knowledge.lessons.progress import QUIZ, Progress
from knowledge.outcomes import Dialogue, Outcome
from knowledge.records.keeper import Keeper
from knowledge.records.lessons import keep_progress, progress_of
from tests.support.records import (
    HandClock,
    clear_the_way,
    engine_of,
    impatient_engine_of,
    keeping,
    put_in_the_way,
    rows,
)

OLD, NEW = -1, -100


async def test_a_group_is_lively_until_it_is_made_quiet(keeper: Keeper) -> None:
    assert not await keeper.is_quiet(OLD)
    for quiet in (True, True, False):
        assert await keeper.set_quiet(OLD, quiet=quiet)
        assert await keeper.is_quiet(OLD) is quiet


async def test_the_choice_outlives_the_process(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keeper.set_quiet(OLD, quiet=True)
    async with keeping(engine_of(path)) as keeper:
        assert await keeper.is_quiet(OLD)
        assert not await keeper.is_quiet(NEW)


async def test_state_moves_with_the_group(keeper: Keeper, path: Path) -> None:
    await keeper.set_quiet(OLD, quiet=True)
    await keeper.keep(OLD, Dialogue("nl", "en", "e", ("a", "b")))
    for _ in range(2):
        await keeper.move(OLD, NEW)
        assert await keeper.is_quiet(NEW)
        assert await keeper.dialogue(NEW) == Dialogue("nl", "en", "e", ("a", "b"))
        assert await keeper.dialogue(OLD) is None
    assert rows(path, "SELECT count(*) FROM groups") == [(1,)]


async def test_a_lesson_moves_with_the_group_and_is_forgotten_with_it(keeper: Keeper) -> None:
    halfway = Progress(2, ("honey-1",), {"honey-1": 1})
    await keep_progress(keeper, OLD, QUIZ, halfway)
    await keeper.move(OLD, NEW)
    assert await progress_of(keeper, NEW, QUIZ) == halfway
    assert await progress_of(keeper, OLD, QUIZ) is None
    await keeper.forget(NEW)
    assert await progress_of(keeper, NEW, QUIZ) is None


async def test_what_the_new_chat_knows_already_stays(keeper: Keeper) -> None:
    await keeper.set_quiet(OLD, quiet=True)
    await keeper.set_quiet(NEW, quiet=False)
    await keeper.move(OLD, NEW)
    assert not await keeper.is_quiet(NEW)
    assert not await keeper.is_quiet(OLD)


async def test_a_chat_that_is_over_is_forgotten_and_its_questions_stay_counted(keeper: Keeper, path: Path) -> None:
    await keeper.set_quiet(OLD, quiet=True)
    await keeper.set_quiet(NEW, quiet=True)
    await keeper.keep(OLD, Dialogue("nl"))
    await keeper.record(OLD, Outcome("answer", "nl", entry="e"), via="mention")
    await keeper.forget(OLD)
    assert not await keeper.is_quiet(OLD)
    assert await keeper.dialogue(OLD) is None
    assert await keeper.is_quiet(NEW)
    assert rows(path, "SELECT entry FROM questions") == [("e",)]


@pytest.mark.sqlite
async def test_while_the_database_is_away_nothing_is_promised(path: Path) -> None:
    clock = HandClock()
    async with keeping(impatient_engine_of(path), clock) as keeper:
        put_in_the_way(path)
        assert not await keeper.set_quiet(OLD, quiet=True)
        assert not await keeper.is_quiet(OLD)
        await keeper.keep(OLD, Dialogue("nl"))
        await keeper.move(OLD, NEW)
        assert await keeper.dialogue(NEW) == Dialogue("nl")
        await keeper.forget(NEW)
        assert await keeper.dialogue(NEW) is None
        clear_the_way(path)
        clock.rest()
        assert await keeper.set_quiet(OLD, quiet=True)
