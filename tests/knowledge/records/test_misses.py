"""Reading what was missed."""

import datetime as dt
from pathlib import Path

from knowledge.feedback import Vote
from knowledge.misses import Missed
from knowledge.outcomes import Dialogue, Outcome
from knowledge.records.feedback import keep_vote
from knowledge.records.misses import missed
from knowledge.records.waiting import add_wish
from tests.support.records import PSEUDONYMS, change, engine_of, keeping

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


async def test_everything_that_was_missed_is_read_under_one_pseudonym(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "records.db")) as keeper:
        await keeper.record(7, Outcome("fallback", "en"), via="text", text="refused")
        await keeper.record(7, Outcome("clarify", "nl", options=("a", "b")), via="text", text="unclear")
        await keeper.record(7, Outcome("answer", "nl", entry="a"), via="text", text="answered")
        before = Dialogue("nl", offered=("a", "b"), unclear="unclear")
        await keeper.learn(7, before, Outcome("answer", "nl", entry="b"), via="tap")
        await keep_vote(keeper, 7, 1, Vote("a", "unanswered", "en", "text", "rejected"))
        await keep_vote(keeper, 7, 2, Vote("a", "unhelpful", "en"))
        await keep_vote(keeper, 7, 3, Vote("b", "helpful", "en"))
        await add_wish(keeper, 7, "en", "awaited")
        found = await missed(keeper, LONG_AGO)
        assert found is not None
        assert [(each.kind, each.text, each.language, each.entry) for each in found.misses] == [
            ("unanswered", "refused", "en", None),
            ("unclear", "unclear", "nl", None),
            ("corrected", "unclear", "nl", "b"),
            ("rejected", "rejected", "en", "a"),
            ("awaited", "awaited", "en", None),
        ]
        assert {each.asker for each in found.misses} | {vote.asker for vote in found.votes} == {PSEUDONYMS.of(7)}
        assert [(vote.entry, vote.helpful) for vote in found.votes] == [("a", False), ("a", False), ("b", True)]


async def test_what_is_older_or_in_a_language_of_nobody_is_left_out(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "records.db")) as keeper:
        await keeper.record(7, Outcome("fallback", "en"), via="text", text="refused")
        assert await missed(keeper, dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)) == Missed((), ())
        change(tmp_path / "records.db", "UPDATE questions SET language = 'xx'")
        assert await missed(keeper, LONG_AGO) == Missed((), ())


async def test_a_database_that_is_away_is_said(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "records.db")) as keeper:
        keeper._resting_until = float("inf")
        assert await missed(keeper, LONG_AGO) is None
