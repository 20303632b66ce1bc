"""What the tests of the bot's own parts share: bare surroundings, and a command line in them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import Knowledge, build_knowledge
from bot.door import Door
from bot.offline.telegram import OfflineTelegram
from bot.settings import Settings
from tests.support.command_line import CommandLine, logging_put_back, small_pack_environment
from tests.support.packs import write_pack


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder to work in, and an environment in which nothing is set."""
    for name in os.environ:
        if name.lower() in Settings.model_fields:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings of the small pack; its model is fitted once for all, before the first command would do it."""
    pack = write_pack(tmp_path_factory.mktemp("home") / "pack")
    data = pack.parent / "data"
    build_knowledge(Settings(_env_file=None, nuancebot_data=data, nuancebot_pack=str(pack)))
    return small_pack_environment(pack, data)


@pytest.fixture
def command_line(bare: Path, monkeypatch: pytest.MonkeyPatch, small_home: dict[str, str]) -> CommandLine:
    """A terminal in an empty folder, set to the small pack, with records of its own."""
    records = f"sqlite+aiosqlite:///{(bare / 'records.db').as_posix()}"
    return CommandLine(monkeypatch, small_home | {"NUANCEBOT_DATABASE_URL": records})


@pytest.fixture
def kept_logging() -> Iterator[None]:
    """Logging is as before when the test is over."""
    with logging_put_back():
        yield


@pytest.fixture
def telegram() -> OfflineTelegram:
    """A Telegram in the process, on which nobody is yet."""
    return OfflineTelegram()


@pytest.fixture
def door(small_knowledge: Knowledge) -> Door:
    """A door to the small pack, through which nobody has gone yet."""
    return Door(small_knowledge, "nl")
