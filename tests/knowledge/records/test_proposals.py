"""Proposals in the database."""

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path

from knowledge.proposals import Effect, Proposal
from knowledge.records.proposals import begin, gaps_aside, move, open_proposals, proposal_of, set_gap_aside
from tests.support.changes import HONEY
from tests.support.records import change, engine_of, keeping

NOW = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)
WHOLE = Proposal(
    0, 7, "begun", (("en", "a \x00 b \ud800"),), ("bees-honey",), "abc", (HONEY,), Effect(1, 2, 3, ("x",)), "why"
)


async def test_a_proposal_comes_back_whole(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        kept = await begin(keeper, replace(WHOLE, texts=(("en", "a"),)), NOW)
        assert kept == replace(WHOLE, id=1, texts=(("en", "a"),))
        assert await proposal_of(keeper, 1) == kept
        assert await proposal_of(keeper, 2) is None


async def test_whatever_was_typed_can_be_kept(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        assert await begin(keeper, WHOLE, NOW)
        assert await proposal_of(keeper, 1)


async def test_of_two_who_decide_at_once_one_does(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        kept = await begin(keeper, replace(WHOLE, state="open", texts=()), NOW)
        assert kept
        assert [each.id for each in await open_proposals(keeper)] == [1]
        ends = (replace(kept, state="live"), replace(kept, state="refused"))
        assert sorted(await asyncio.gather(*(move(keeper, end, "open") for end in ends))) == [False, True]
        assert await open_proposals(keeper) == ()


async def test_what_another_version_wrote_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with keeping(engine_of(path)) as keeper:
        await begin(keeper, replace(WHOLE, state="open", texts=()), NOW)
        change(path, "UPDATE proposals SET content = '{\"texts\": 3}'")
        assert await open_proposals(keeper) == ()
        assert await proposal_of(keeper, 1) is None


async def test_a_gap_is_aside_until_its_moment(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        later = NOW + dt.timedelta(days=1)
        for until in (NOW, later):
            assert await set_gap_aside(keeper, "abc", until)
        assert await gaps_aside(keeper, NOW) == {"abc"}
        assert await gaps_aside(keeper, later) == frozenset()
