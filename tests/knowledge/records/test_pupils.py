"""Classes in the database, as their pupils know them."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.classes import MOST_PUPILS, Refused
from knowledge.outcomes import Act, Outcome
from knowledge.records.keeper import Keeper
from knowledge.records.pupils import (
    LONGEST,
    Asking,
    Joined,
    class_of,
    join,
    leave,
    note,
    pupil_of,
)
from tests.support.records import PSEUDONYMS, change, impatient_engine_of, keeping, locked, rows
from tests.support.school import NOW, PLAN, PUPIL, TEACHER, opened


async def test_a_pupil_is_in_one_class_at_a_time(keeper: Keeper) -> None:
    first, second = await opened(keeper), await opened(keeper)
    assert await join(keeper, PUPIL, first.code, NOW) == Joined(first, None)
    assert await join(keeper, PUPIL, first.code, NOW) == Joined(first, None)
    assert await class_of(keeper, PUPIL, NOW) == first
    assert await join(keeper, PUPIL, second.code, NOW) == Joined(second, first)
    assert await class_of(keeper, PUPIL, NOW) == second
    assert await leave(keeper, PUPIL, first.id)
    assert await class_of(keeper, PUPIL, NOW) == second
    assert await leave(keeper, PUPIL, second.id)
    assert await class_of(keeper, PUPIL, NOW) is None


async def test_who_comes_from_a_class_that_ended_has_left_none(keeper: Keeper) -> None:
    over = await opened(keeper)
    later = await opened(keeper, plan=replace(PLAN, ends_at=PLAN.ends_at + dt.timedelta(days=9)))
    await join(keeper, PUPIL, over.code, NOW)
    assert await join(keeper, PUPIL, later.code, over.ends_at) == Joined(later, None)


async def test_a_class_that_is_closed_full_or_over_is_not_joined(keeper: Keeper, path: Path) -> None:
    full, closed = await opened(keeper), await opened(keeper)
    for pupil in range(MOST_PUPILS):
        await join(keeper, pupil, full.code, NOW)
    assert await join(keeper, PUPIL, full.code, NOW) is Refused.FULL
    assert await join(keeper, 0, full.code, NOW) == Joined(full, None)
    change(path, "UPDATE classes SET closed_at = '2027-01-01' WHERE id = 2")
    assert await join(keeper, PUPIL, closed.code, NOW) is Refused.CLOSED
    assert await join(keeper, PUPIL, closed.code, closed.ends_at) is Refused.UNKNOWN


async def test_in_a_class_that_was_closed_or_ended_since_nobody_is(keeper: Keeper, path: Path) -> None:
    kept = await opened(keeper)
    await join(keeper, PUPIL, kept.code, NOW)
    assert await class_of(keeper, PUPIL, kept.ends_at) is None
    change(path, "UPDATE classes SET closed_at = '2027-01-01'")
    assert await class_of(keeper, PUPIL, NOW) is None


async def test_a_teacher_is_no_pupil_of_the_class(keeper: Keeper) -> None:
    kept = await opened(keeper)
    assert await join(keeper, TEACHER, kept.code, NOW) is Refused.TEACHING
    assert await class_of(keeper, TEACHER, NOW) is None


async def test_who_guesses_codes_waits_and_nobody_else_does(keeper: Keeper) -> None:
    kept = await opened(keeper)
    for _ in range(5):
        assert await join(keeper, PUPIL, "ZZXXWW", NOW) is Refused.UNKNOWN
    assert await join(keeper, PUPIL, kept.code, NOW) is Refused.PAUSED
    assert await join(keeper, 7, kept.code, NOW) == Joined(kept, None)
    assert await join(keeper, PUPIL, kept.code, NOW + dt.timedelta(hours=1)) == Joined(kept, None)


@pytest.mark.parametrize(
    ("act", "kept_text"),
    [("answer", True), ("clarify", True), ("fallback", True), ("smalltalk", False), ("source", False)],
)
async def test_what_is_asked_is_noted_under_a_pseudonym_of_this_class_alone(
    keeper: Keeper,
    path: Path,
    act: Act,
    kept_text: bool,  # noqa: FBT001
) -> None:
    outcome = Outcome(act, "nl", 0.5, entry="bees-honey", options=("a", "b"))
    for class_id in (1, 2):
        await note(keeper, Asking(PUPIL, class_id, "text", "mijn \ud800vraag", NOW), outcome)
    first, second = rows(
        path, "SELECT class_id, via, language, act, entry, options, confidence, text, person FROM class_questions"
    )
    text = "mijn ?vraag" if kept_text else None
    assert first[:-1] == (1, "text", "nl", act, "bees-honey", '["a", "b"]', 0.5, text)
    assert (first[-1], second[-1]) == (pupil_of(PSEUDONYMS, 1, PUPIL), pupil_of(PSEUDONYMS, 2, PUPIL))
    assert len({first[-1], second[-1], PSEUDONYMS.of(PUPIL)}) == 3


async def test_a_long_question_is_kept_as_far_as_a_report_shows_it(keeper: Keeper, path: Path) -> None:
    await note(keeper, Asking(PUPIL, 1, "text", "x" * 4000, NOW), Outcome("fallback", "nl"))
    assert rows(path, "SELECT text FROM class_questions") == [("x" * LONGEST,)]


async def test_while_the_database_is_away_nothing_is_promised(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keeper.prepare()
        with locked(path):
            assert await join(keeper, PUPIL, "BCDFGH", NOW) is Refused.AWAY
        assert await class_of(keeper, PUPIL, NOW) is None
        assert not await leave(keeper, PUPIL, 1)
