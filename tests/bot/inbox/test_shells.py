"""Bots in processes of their own that are killed, stopped, or several: every update is answered."""

import asyncio
from pathlib import Path

import pytest

from bot.offline.person import Person
from tests.support.chaos import Chaos, Shell
from tests.support.http_api import HttpApi
from tests.support.postgres import new_database
from tests.support.processes import start_bot, stop_bot


def database_of(kind: str, folder: Path, request: pytest.FixtureRequest) -> str:
    if kind == "sqlite":
        return f"sqlite+aiosqlite:///{folder / 'bot.db'}"
    return new_database(request.getfixturevalue("postgres"), f"inbox_{folder.name.lower()}"[:60])


# The other pairs are left to `make chaos`.
@pytest.mark.parametrize(("kind", "shell"), [("sqlite", "polling"), ("postgresql", "webhook")])
async def test_killed_twice_under_load_it_answers_every_update(
    api: HttpApi, tmp_path: Path, request: pytest.FixtureRequest, kind: str, shell: Shell
) -> None:
    toll = await Chaos(api, tmp_path, database_of(kind, tmp_path, request), shell).kill(2)
    assert toll.updates > 20
    assert toll.unanswered == 0


async def test_of_two_that_poll_one_stands_by_and_takes_over(
    api: HttpApi, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    database = database_of("postgresql", tmp_path, request)
    first = await start_bot(tmp_path / "first", api.base_url, NUANCEBOT_DATABASE_URL=database)
    await api.until_called("setmycommands", times=3)
    second = await start_bot(tmp_path / "second", api.base_url, NUANCEBOT_DATABASE_URL=database)
    assert second.stderr is not None
    while b"standing by" not in (line := await second.stderr.readline()):
        assert line
    person = Person(api.telegram, language_code="en")
    person.says("tell me of honey comb")
    await api.until_called("sendmessage", times=1)
    # What is not yet noted as answered would be answered once more.
    await asyncio.sleep(1)
    first.kill()
    await first.communicate()
    person.says("tell me of honey comb")
    await api.until_called("sendmessage", times=2)
    await stop_bot(second)
    assert len(api.said()) == 2
