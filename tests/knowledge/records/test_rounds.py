"""Rounds in the database: opened, closed, answered once, under the pseudonym of the class."""

import asyncio
from pathlib import Path

import pytest

from knowledge.lessons.rounds import Round, RoundPlan, Taken
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import pupil_of
from knowledge.records.rounds import (
    Answer,
    answers_of,
    close_round,
    keep_answer,
    open_round,
    round_of,
    rounds_of,
    taken_in,
)
from tests.support.records import (
    PSEUDONYMS,
    change,
    engine_of,
    impatient_engine_of,
    keeper_log,
    keeping,
    locked,
    rows,
)
from tests.support.school import NOW, PUPIL, opened

PLAN = RoundPlan("quiz", ("honey-1", "night-1"), "before")


async def held(keeper: Keeper, plan: RoundPlan = PLAN) -> Round:
    """Open a round in a new class."""
    school_class = await opened(keeper)
    found = await open_round(keeper, school_class.id, plan, NOW)
    assert found
    return found


def answer(asked: Round, item: str = "honey-1", option: int = 0, chat: int = PUPIL) -> Answer:
    """Take an option."""
    return Answer(chat, asked, item, option, option == 1, None if option else "bees-owls", NOW)


async def test_a_round_is_kept_as_it_was_opened(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        asked = await held(keeper)
    async with keeping(engine_of(path)) as keeper:
        assert await round_of(keeper, asked.id) == asked
        assert (asked.plan, asked.opened_at, asked.closed_at) == (PLAN, NOW, None)
        assert await round_of(keeper, asked.id + 1) is None


async def test_a_class_does_one_thing_at_a_time(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        first = await held(keeper)
        other = await held(keeper)
        second = await open_round(keeper, first.class_id, PLAN, NOW)
        assert second
        assert [(each.id, each.closed_at) for each in await rounds_of(keeper, first.class_id)] == [
            (first.id, NOW),
            (second.id, None),
        ]
        assert await rounds_of(keeper, other.class_id) == (other,)


async def test_a_round_is_closed_once(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        asked = await held(keeper)
        assert await close_round(keeper, asked.id, NOW)
        assert await close_round(keeper, asked.id, NOW.replace(year=2028))
        assert await close_round(keeper, 4711, NOW)
        closed = await round_of(keeper, asked.id)
        assert closed
        assert closed.closed_at == NOW


async def test_who_answers_twice_in_one_moment_has_answered_once_and_nobody_waits(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pupils = range(PUPIL, PUPIL + 30)
    async with keeping(impatient_engine_of(path)) as keeper:
        asked = await held(keeper)
        answers = [answer(asked, option=option, chat=pupil) for pupil in pupils for option in (0, 1)]
        assert all(await asyncio.gather(*(keep_answer(keeper, each) for each in answers)))
        assert len(await taken_in(keeper, asked)) == len(pupils)
    assert not keeper_log(caplog)


async def test_the_first_answer_counts_and_is_nobody_elses(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        asked = await held(keeper)
        assert await keep_answer(keeper, answer(asked, option=0))
        assert await keep_answer(keeper, answer(asked, option=1))
        assert await keep_answer(keeper, answer(asked, "night-1", 1, PUPIL + 1))
        assert await answers_of(keeper, PUPIL, asked) == {"honey-1": 0}
        assert await answers_of(keeper, PUPIL + 1, asked) == {"night-1": 1}
        pupils = [pupil_of(PSEUDONYMS, asked.class_id, chat) for chat in (PUPIL, PUPIL + 1)]
        assert await taken_in(keeper, asked) == (Taken(pupils[0], "honey-1", 0), Taken(pupils[1], "night-1", 1))
        assert rows(path, "SELECT class_id, is_right, mistake FROM class_answers WHERE item = 'honey-1'") == [
            (asked.class_id, 0, "bees-owls")
        ]


async def test_the_pupil_is_named_by_a_pseudonym_of_that_class_alone(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        one, two = await held(keeper), await held(keeper)
        for asked in (one, two):
            await keep_answer(keeper, answer(asked))
        people = {person for (person,) in rows(path, "SELECT person FROM class_answers")}
        assert len(people) == 2
        assert keeper.pseudonyms.of(PUPIL) not in people


async def test_a_round_of_a_kind_that_nobody_knows_any_more_is_none(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        asked = await held(keeper)
        change(path, "UPDATE class_rounds SET kind = 'exam'")
        assert await round_of(keeper, asked.id) is None
        assert await rounds_of(keeper, asked.class_id) == ()


async def test_while_the_database_is_away_nothing_is_known_and_it_is_told(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        asked = await held(keeper)
        with locked(path):
            assert await open_round(keeper, asked.class_id, PLAN, NOW) is None
        assert not await keep_answer(keeper, answer(asked))
        assert not await close_round(keeper, asked.id, NOW)
        assert await round_of(keeper, asked.id) is None
        assert await rounds_of(keeper, asked.class_id) == ()
        assert await taken_in(keeper, asked) == ()
        assert await answers_of(keeper, PUPIL, asked) == {}
