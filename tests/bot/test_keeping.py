"""What keeps records, opened for a single piece of work."""

from pathlib import Path

import pytest

from bot.keeping import with_keeper
from bot.settings import Settings
from knowledge.outcomes import Dialogue
from knowledge.records.keeper import Keeper


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a database of their own."""
    return Settings(_env_file=None, nuancebot_data=tmp_path)


def test_what_one_piece_of_work_keeps_the_next_finds(settings: Settings) -> None:
    with_keeper(settings, lambda keeper: keeper.keep(1, Dialogue("nl")))
    assert with_keeper(settings, lambda keeper: keeper.dialogue(1)) == Dialogue("nl")


def test_it_is_closed_where_the_work_fails_too(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Keeper] = []
    closed: list[Keeper] = []

    async def close(keeper: Keeper) -> None:
        closed.append(keeper)
        await keeper.store.close()

    async def fail(keeper: Keeper) -> None:
        used.append(keeper)
        await keeper.keep(1, Dialogue("nl"))
        raise LookupError

    monkeypatch.setattr(Keeper, "close", close)
    with pytest.raises(LookupError):
        with_keeper(settings, fail)
    assert closed == used
