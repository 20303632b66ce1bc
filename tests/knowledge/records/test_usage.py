"""What was asked, counted in the database."""

import datetime as dt
from pathlib import Path

from knowledge.feedback import Vote
from knowledge.outcomes import Dialogue, Outcome
from knowledge.records.feedback import keep_vote
from knowledge.records.usage import usage
from tests.support.records import engine_of, keeping


async def test_questions_votes_and_picks_are_counted(tmp_path: Path) -> None:
    now = dt.datetime.now(dt.UTC)
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        for chat in range(3):
            await keeper.record(chat, Outcome("answer", "en", 0.9, entry="bees-honey"), via="text", base="abc")
        await keeper.record(1, Outcome("fallback", "nl"), via="text", text="wat")
        await keeper.learn(
            1, Dialogue("en", offered=("bees-honey",)), Outcome("answer", "en", entry="bees-honey"), via="tap"
        )
        await keep_vote(keeper, 1, 1, Vote("bees-honey", "unhelpful", "en"))
        found = await usage(keeper, 7, now)
        assert found
        assert (found.asked, found.answered, found.refused, found.helped, found.misled) == (4, 3, 1, 4, 1)
        assert [day.asked for day in found.days] == [0, 0, 0, 0, 0, 0, 4]
        later = await usage(keeper, 7, now + dt.timedelta(days=7))
        assert later
        assert later.asked == 0
