"""Quiz polls in the database: who was asked what, and what was answered."""

from pathlib import Path

from knowledge.records.polls import Answered, Asked, asked_by, keep_answer, keep_poll
from tests.support.records import change, engine_of, impatient_engine_of, keeping, locked, rows

CHAT = 5_577_006_791_947_779
ASKED = Asked("honey-1", "quiz", "nl")


async def test_a_poll_is_known_to_whom_it_asked_until_it_is_answered(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await keep_poll(keeper, CHAT, "p1", ASKED)
    async with keeping(engine_of(path)) as keeper:
        assert await asked_by(keeper, CHAT, "p1") == ASKED
        assert await asked_by(keeper, CHAT + 1, "p1") is None
        assert await asked_by(keeper, CHAT, "p2") is None
        assert await keep_answer(keeper, "p1", Answered(0, "bees-owls"))
        assert await asked_by(keeper, CHAT, "p1") is None
        assert rows(path, 'SELECT chat, question, "option", is_right, mistake FROM quiz_polls') == [
            (keeper.pseudonyms.of(CHAT), "honey-1", 0, 0, "bees-owls")
        ]


async def test_a_right_answer_mixes_nothing_up(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_poll(keeper, CHAT, "p1", ASKED)
        await keep_answer(keeper, "p1", Answered(1))
        assert rows(path, 'SELECT "option", is_right, mistake FROM quiz_polls') == [(1, 1, None)]


async def test_an_answer_to_an_unknown_poll_leaves_nothing(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        assert await keep_answer(keeper, "p1", Answered(1))
        assert rows(path, "SELECT id FROM quiz_polls") == []


async def test_a_poll_in_a_language_that_is_no_longer_ours_asked_nothing(path: Path) -> None:
    async with keeping(engine_of(path)) as keeper:
        await keep_poll(keeper, CHAT, "p1", ASKED)
        change(path, "UPDATE quiz_polls SET language = 'tlh'")
        assert await asked_by(keeper, CHAT, "p1") is None


async def test_while_the_database_is_away_nothing_is_known_and_it_is_told(path: Path) -> None:
    async with keeping(impatient_engine_of(path)) as keeper:
        await keep_poll(keeper, CHAT, "p1", ASKED)
        with locked(path):
            assert not await keep_poll(keeper, CHAT, "p2", ASKED)
        assert await asked_by(keeper, CHAT, "p1") is None
        assert not await keep_answer(keeper, "p1", Answered(1))
