"""The log of changes in the database."""

from pathlib import Path

from knowledge.changes import Revision
from knowledge.records.changes import add_changes, latest_revision, log_of, mark_of
from tests.support.changes import HONEY, NOW, PRICE, undo
from tests.support.records import PSEUDONYMS, change, engine_of, keeping


async def test_changes_come_back_as_they_were_added(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        assert await latest_revision(keeper) == 0
        assert await add_changes(keeper, [HONEY, PRICE], "one", "asked often", NOW) == 2
        assert await add_changes(keeper, [undo(1)], "two", "a slip \ud800", NOW) == 3
        assert await add_changes(keeper, [], "two", "nothing", NOW) == 0
        assert await latest_revision(keeper) == 3
        assert await log_of(keeper) == (
            Revision(1, NOW, "one", "asked often", HONEY),
            Revision(2, NOW, "one", "asked often", PRICE),
            Revision(3, NOW, "two", "a slip ?", undo(1)),
        )


async def test_a_kind_that_a_newer_version_wrote_is_left_out(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        await add_changes(keeper, [HONEY, PRICE], "one", "", NOW)
        change(tmp_path / "bot.db", "UPDATE changes SET kind = 'newer' WHERE id = 1")
        assert [each.number for each in await log_of(keeper) or ()] == [2]


async def test_a_database_that_is_away_is_said(tmp_path: Path) -> None:
    async with keeping(engine_of(tmp_path / "bot.db")) as keeper:
        keeper._resting_until = float("inf")
        assert await log_of(keeper) is None
        assert await latest_revision(keeper) is None
        assert await add_changes(keeper, [HONEY], "one", "", NOW) is None


def test_a_mark_is_not_the_pseudonym_of_a_chat() -> None:
    assert mark_of(PSEUDONYMS, 7) == mark_of(PSEUDONYMS, 7)
    assert mark_of(PSEUDONYMS, 7) not in {mark_of(PSEUDONYMS, 8), PSEUDONYMS.of(7)[:8]}
