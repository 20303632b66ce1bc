"""`nuancebot stats`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.keeping import with_keeper
from bot.settings import Settings
from knowledge.outcomes import Outcome
from knowledge.records.keeper import Keeper
from tests.support.command_line import CommandLine, small_pack_environment
from tests.support.packs import write_pack


@pytest.fixture
def terminal(command_line: CommandLine, bare: Path) -> CommandLine:
    """A terminal set to a small pack, of which something was asked."""
    there = command_line.environment | small_pack_environment(write_pack(bare / "pack"), bare / "data")
    terminal = replace(command_line, environment=there)
    address = there.get("NUANCEBOT_DATABASE_URL")
    settings = Settings(_env_file=None, nuancebot_data=bare / "data", nuancebot_database_url=address)

    async def ask(keeper: Keeper) -> None:
        for chat in range(3):
            await keeper.record(chat, Outcome("answer", "en", entry="bees-honey"), via="text")

    with_keeper(settings, ask)
    return terminal


def test_it_is_told_in_tables_and_as_json(terminal: CommandLine) -> None:
    told = terminal.run("stats", "--days", "7").stdout
    assert "How the bot is used" in told
    assert "What is it with honey" in told
    assert "█" in told
    found = json.loads(terminal.run("stats", "--days", "7", "--json").stdout)
    assert (found["asked"], len(found["days"]), found["entries"]) == (3, 7, [["bees-honey", 3]])


@pytest.mark.parametrize("days", ["0", "367", "x"])
def test_a_number_of_days_that_is_none_is_refused(terminal: CommandLine, days: str) -> None:
    assert terminal.run("stats", "--days", days).exit_code == 2


def test_a_database_that_cannot_be_read_is_one_line(terminal: CommandLine, bare: Path) -> None:
    (bare / "records.db").write_text("no database " * 100, encoding="utf-8")
    assert terminal.run("stats").stderr.endswith("Error: the database can't be reached\n")
