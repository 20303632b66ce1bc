"""Time travels: what is over is erased, table by table, and nothing before its time."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.classes import WARNING, Refused
from knowledge.dialogue.state import FORGOTTEN_AFTER
from knowledge.outcomes import Dialogue
from knowledge.records.classes import Teaching, set_end
from knowledge.records.holdings import HOLDINGS, After, Holding
from knowledge.records.pupils import join
from knowledge.records.sweeping import Ending, erase_now, soon_over, sweep
from knowledge.retention import USUAL
from tests.support.lives import leaves_a_row_everywhere
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows
from tests.support.school import NOW, PLAN, TEACHER, opened

SECOND = dt.timedelta(seconds=1)
TIMED = [holding for holding in HOLDINGS if holding.by and isinstance(holding.until, After) and not holding.of_class]


@pytest.mark.parametrize("holding", TIMED, ids=lambda holding: holding.name)
async def test_rows_go_when_their_time_is_up_and_not_before(tmp_path: Path, holding: Holding) -> None:
    path = tmp_path / "bot.db"
    assert isinstance(holding.until, After)
    period = getattr(USUAL, holding.until.period) if holding.until.period else dt.timedelta()
    async with keeping(engine_of(path)) as keeper:
        kept = await opened(keeper, plan=replace(PLAN, ends_at=NOW + dt.timedelta(days=3650)))
        await leaves_a_row_everywhere(keeper, 7, kept.id, NOW)
        assert await sweep(keeper, USUAL, NOW + period - SECOND) == ()
        assert len(rows(path, f"SELECT * FROM {holding.name}")) == 1  # noqa: S608
        await sweep(keeper, USUAL, NOW + period)
        assert rows(path, f"SELECT * FROM {holding.name}") == []  # noqa: S608


async def test_another_time_can_be_set(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await leaves_a_row_everywhere(keeper, 7, 1, NOW)
        await sweep(keeper, replace(USUAL, questions=dt.timedelta(days=1)), NOW + dt.timedelta(days=1))
    assert rows(tmp_path / "bot.db", "SELECT * FROM questions") == []
    assert len(rows(tmp_path / "bot.db", "SELECT * FROM conversations")) == 1


async def test_a_class_that_ends_takes_all_with_it_and_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        over = await opened(keeper)
        on = await opened(keeper, plan=replace(PLAN, ends_at=PLAN.ends_at + SECOND))
        for pupil, kept in ((7, over), (8, on)):
            await leaves_a_row_everywhere(keeper, pupil, kept.id, PLAN.ends_at)
        assert await sweep(keeper, USUAL, over.ends_at - SECOND) == ()
        [ended] = await sweep(keeper, USUAL, over.ends_at) or ()
        assert (ended.id, ended.title, ended.ends_at, {*ended.teachers}) == (1, over.title, over.ends_at, {TEACHER, 7})
    for holding in HOLDINGS:
        if holding.of_class and holding.by and holding.name != "class_invitations":
            assert {*rows(path, f"SELECT class_id FROM {holding.name}")} == {(on.id,)}  # noqa: S608
    assert rows(path, "SELECT id FROM classes") == [(on.id,)]


async def test_the_language_of_a_class_goes_with_it(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        spoken = await opened(keeper, plan=replace(PLAN, language="nl"))
        other = await opened(keeper, plan=replace(PLAN, ends_at=PLAN.ends_at + SECOND, language="nl"))
        for pupil, kept in ((1, spoken), (2, spoken), (3, other)):
            await join(keeper, pupil, kept.code, NOW)
            await keeper.keep(pupil, Dialogue("nl", "en" if pupil == 2 else "nl"))
        await keeper.keep(4, Dialogue("nl", "nl"))
        await sweep(keeper, USUAL, spoken.ends_at)
        found = [await keeper.dialogue(pupil) for pupil in range(1, 5)]
        assert [each and each.choice for each in found] == [None, "en", "nl", "nl"]


async def test_teachers_are_to_be_told_once_before_the_end(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        kept = await opened(keeper)
        assert await soon_over(keeper, WARNING, kept.ends_at - WARNING - SECOND) == ()
        told = Ending(kept.id, kept.title, kept.ends_at, (TEACHER,))
        assert await soon_over(keeper, WARNING, kept.ends_at - WARNING) == (told,)
        assert await soon_over(keeper, WARNING, kept.ends_at - WARNING) == ()
        teaching = Teaching(TEACHER, kept.id, kept.ends_at - SECOND)
        later = kept.ends_at + 2 * WARNING
        await set_end(keeper, teaching, later)
        assert await soon_over(keeper, WARNING, later - WARNING) == (replace(told, ends_at=later),)
        await set_end(keeper, teaching, later + SECOND)
        await set_end(keeper, Teaching(TEACHER, kept.id, later - WARNING), later)
        assert await soon_over(keeper, WARNING, later - SECOND) == ()


async def test_while_the_database_is_away_nothing_is_done(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with locked(tmp_path / "bot.db"):
            assert await sweep(keeper, USUAL, NOW) is None
        assert await soon_over(keeper, WARNING, NOW) is None


async def test_a_teacher_erases_a_class_at_once_and_nobody_else_does(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        kept = await opened(keeper)
        other = await opened(keeper, 9)
        await leaves_a_row_everywhere(keeper, 8, kept.id, NOW)
        for stranger, class_id in ((9, kept.id), (TEACHER, other.id), (TEACHER, 99)):
            assert await erase_now(keeper, Teaching(stranger, class_id, NOW)) is Refused.UNKNOWN
        erased = await erase_now(keeper, Teaching(TEACHER, kept.id, NOW))
        assert isinstance(erased, Ending)
        assert (erased.id, {*erased.teachers}) == (kept.id, {TEACHER, 8})
    assert rows(path, "SELECT id FROM classes") == [(other.id,)]
    assert rows(path, "SELECT class_id FROM class_teachers") == [(other.id,)]
    assert rows(path, "SELECT * FROM class_questions") == []


async def test_while_the_database_is_away_no_class_is_erased(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with locked(tmp_path / "bot.db"):
            assert await erase_now(keeper, Teaching(TEACHER, 1, NOW)) is Refused.AWAY


async def test_of_a_conversation_that_has_paused_only_the_language_is_left(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    talk = Dialogue("nl", "en", "e", offered=("a",), unclear="something private", misses=1)
    async with keeping(engine_of(path)) as keeper:
        await keeper.keep(7, talk)
        spoken_at = dt.datetime.now(dt.UTC)
        await sweep(keeper, USUAL, spoken_at + FORGOTTEN_AFTER - dt.timedelta(minutes=1))
        assert await keeper.dialogue(7) == talk
        await sweep(keeper, USUAL, spoken_at + FORGOTTEN_AFTER + dt.timedelta(minutes=1))
        assert await keeper.dialogue(7) == Dialogue("nl", "en")
    assert rows(path, "SELECT language, choice, entry, offered, thread FROM conversations") == [
        ("nl", "en", None, "[]", "{}")
    ]
