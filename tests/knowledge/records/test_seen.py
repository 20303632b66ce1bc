"""What a chat saw lately, from the records of its questions."""

from pathlib import Path

from knowledge.outcomes import Outcome
from knowledge.records.seen import seen_lately
from tests.support.records import engine_of, impatient_engine_of, keeping, locked


async def test_the_latest_stands_first_each_once_and_others_are_not_listed(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        for entry in ("a", "b", None, "a", "c"):
            await keeper.record(1, Outcome("answer" if entry else "fallback", "nl", entry=entry), via="text")
        await keeper.record(2, Outcome("answer", "nl", entry="d"), via="text")
        assert await seen_lately(keeper, 1) == ("c", "a", "b")
        assert await seen_lately(keeper, 3) == ()


async def test_while_the_database_is_away_nothing_was_seen(tmp_path: Path) -> None:
    async with keeping(impatient_engine_of(tmp_path / "bot.db")) as keeper:
        await keeper.record(1, Outcome("answer", "nl", entry="a"), via="text")
        with locked(tmp_path / "bot.db"):
            assert await seen_lately(keeper, 1) == ()
