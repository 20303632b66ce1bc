"""Votes in the database."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.feedback import Verdict, Vote
from knowledge.records.feedback import keep_vote
from tests.support.records import engine_of, impatient_engine_of, keeping, locked, rows

VOTE = Vote("bees-honey", "unanswered", "nl", "text", "wat kost honing")


@pytest.mark.parametrize(("verdict", "kept"), [("helpful", None), ("unhelpful", None), ("unanswered", VOTE.text)])
async def test_the_text_is_kept_only_of_what_was_not_answered(
    tmp_path: Path, verdict: Verdict, kept: str | None
) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        assert await keep_vote(keeper, 1, 7, replace(VOTE, verdict=verdict))
    assert rows(tmp_path / "bot.db", "SELECT verdict, text FROM feedback") == [(verdict, kept)]


async def test_a_later_vote_takes_the_place_of_the_earlier_one_on_the_same_message(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await keep_vote(keeper, 1, 7, VOTE)
        await keep_vote(keeper, 1, 7, replace(VOTE, verdict="helpful"))
        await keep_vote(keeper, 1, 8, replace(VOTE, verdict="unhelpful"))
        person = keeper.pseudonyms.of(1)
    assert sorted(rows(tmp_path / "bot.db", "SELECT message, verdict, text, person FROM feedback")) == [
        (7, "helpful", None, person),
        (8, "unhelpful", None, person),
    ]


async def test_half_a_character_is_no_failure(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        assert await keep_vote(keeper, 1, 7, replace(VOTE, text="a\ud800b"))


async def test_a_vote_that_could_not_be_kept_is_told(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.prepare()
        with locked(tmp_path / "bot.db"):
            assert not await keep_vote(keeper, 1, 7, VOTE)
