"""A bot in a process of its own whose surroundings fail under load: nobody goes without an answer, nobody gets two."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.chaos import Chaos, Shell
from tests.support.hardship import Hardship, lasting, locked_file, no_larger_files, suffered
from tests.support.http_api import HttpApi
from tests.support.postgres import new_database, serving_postgres
from tests.support.rough_api import RoughApi, Trouble, serve_rough_api

SECONDS = 3.0


@pytest.fixture
async def rough() -> AsyncIterator[RoughApi]:
    """A Bot API that can be in trouble."""
    async with serve_rough_api() as served:
        yield served


def sqlite(folder: Path) -> tuple[Path, str]:
    return folder / "bot.db", f"sqlite+aiosqlite:///{folder / 'bot.db'}"


def nothing_is_lost(found: Hardship) -> None:
    assert (found.lost, found.twice) == (0, 0), found


# The other pairs are left to `make chaos`.
async def test_while_telegram_fails_nothing_is_lost_and_nothing_sent_twice(rough: RoughApi, tmp_path: Path) -> None:
    chaos = Chaos(rough, tmp_path, sqlite(tmp_path)[1], "webhook")
    found = await suffered(chaos, lambda _: lasting(SECONDS, rough.in_trouble()))
    nothing_is_lost(found)
    assert found.unknown > 20


async def test_what_telegram_only_refuses_is_all_sent_later(rough: RoughApi, tmp_path: Path) -> None:
    chaos = Chaos(rough, tmp_path, sqlite(tmp_path)[1], "webhook")
    found = await suffered(chaos, lambda _: lasting(SECONDS, rough.in_trouble(Trouble.TOO_MANY)))
    nothing_is_lost(found)
    assert found.unknown == 0


@pytest.mark.parametrize("shell", ["polling", "webhook"])
async def test_postgresql_is_stopped_and_started(api: HttpApi, tmp_path: Path, shell: Shell) -> None:
    with serving_postgres() as server:
        chaos = Chaos(api, tmp_path, new_database(server, "away"), shell)
        found = await suffered(chaos, lambda _: lasting(SECONDS, server.away()))
    nothing_is_lost(found)
    # By polling people are answered all the same, by webhook what they say is brought again.
    assert (found.meanwhile if shell == "polling" else found.refused) > 20


async def test_another_locks_the_file(api: HttpApi, tmp_path: Path) -> None:
    file, url = sqlite(tmp_path)
    found = await suffered(Chaos(api, tmp_path, url, "polling"), lambda _: lasting(3 * SECONDS, locked_file(file)))
    nothing_is_lost(found)
    assert found.meanwhile > 20


async def test_the_disk_is_full(api: HttpApi, tmp_path: Path) -> None:
    chaos = Chaos(api, tmp_path, sqlite(tmp_path)[1], "polling")
    found = await suffered(chaos, lambda process: lasting(SECONDS, no_larger_files(process)))
    nothing_is_lost(found)
    assert found.meanwhile > 20
