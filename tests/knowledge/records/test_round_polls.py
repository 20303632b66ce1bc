"""Polls of rounds: read once, by whom they asked."""

from pathlib import Path

from knowledge.lessons.rounds import Round, RoundPlan
from knowledge.records.round_polls import RoundAsked, keep_round_poll, take_round_poll
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows
from tests.support.school import NOW, PUPIL

ASKED = Round(3, 7, RoundPlan("quiz", ("honey-1",)), NOW)


async def test_a_poll_is_read_once_and_only_by_whom_it_asked(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        assert await keep_round_poll(keeper, PUPIL, "p1", ASKED, "honey-1")
        assert await take_round_poll(keeper, PUPIL + 1, "p1") is None
        assert await take_round_poll(keeper, PUPIL, "p2") is None
        assert await take_round_poll(keeper, PUPIL, "p1") == RoundAsked(3, "honey-1")
        assert await take_round_poll(keeper, PUPIL, "p1") is None
        assert rows(tmp_path / "bot.db", "SELECT * FROM round_polls") == []


async def test_while_the_database_is_away_nothing_is_known_and_it_is_told(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with locked(tmp_path / "bot.db"):
            assert not await keep_round_poll(keeper, PUPIL, "p1", ASKED, "honey-1")
        assert await take_round_poll(keeper, PUPIL, "p1") is None
