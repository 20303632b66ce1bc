"""Changes read before anything is built that answers."""

from pathlib import Path

import pytest

from bot.app import build_knowledge
from bot.changes import changes_before_start
from bot.keeping import with_keeper
from bot.settings import Settings
from knowledge.records.changes import add_changes
from tests.support.changes import HONEY, NOW, PRICE, undo
from tests.support.packs import write_pack


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a small pack with a database of its own."""
    pack = write_pack(tmp_path / "pack")
    return Settings(_env_file=None, nuancebot_data=tmp_path / "data", nuancebot_pack=str(pack))


def test_a_start_knows_what_was_taught_before(settings: Settings) -> None:
    with_keeper(settings, lambda keeper: add_changes(keeper, [HONEY, PRICE, undo(2)], "one", "", NOW))
    changes = changes_before_start(settings)
    assert changes == (HONEY,)
    library = build_knowledge(settings, changes).library
    assert library.entries["bees-honey"].texts["en"].phrasings[-1] == HONEY.text


def test_a_start_without_a_database_goes_by_the_files(settings: Settings) -> None:
    settings.nuancebot_data.mkdir()
    (settings.nuancebot_data / "nuancebot.db").write_text("no database " * 100, encoding="utf-8")
    assert changes_before_start(settings) == ()
