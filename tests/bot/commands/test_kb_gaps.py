"""`nuancebot kb gaps`: what people missed, on the command line."""

import asyncio
import json
from pathlib import Path

from bot.app import Knowledge, build_services
from bot.settings import Settings
from knowledge.feedback import Vote
from knowledge.records.feedback import keep_vote
from tests.support.command_line import CommandLine
from tests.support.upkeep_stage import miss_something


async def fill(knowledge: Knowledge, database: Path) -> None:
    url = f"sqlite+aiosqlite:///{database.as_posix()}"
    settings = Settings(_env_file=None, nuancebot_data=database.parent, nuancebot_database_url=url)
    services = build_services(settings, knowledge)
    await miss_something(services)
    await keep_vote(services.keeper, 7, 1, Vote("bees-honey", "unhelpful", "en"))
    await services.keeper.close()


def test_gaps_are_printed_with_counts_and_why_the_nearest_lost(
    command_line: CommandLine, small_knowledge: Knowledge, bare: Path
) -> None:
    asyncio.run(fill(small_knowledge, bare / "records.db"))
    lines = command_line.run("kb", "gaps", "--most", "2").stdout.splitlines()
    assert lines[0].startswith("1. 3 people, 3 asks (3 unanswered); 3 this week, 0 the week before [")
    assert lines[1] == "   en the pain of the needle"
    assert any(line.startswith("   nearest: bees-sting ") for line in lines)
    assert lines[-2:] == ["not helpful: bees-honey, 1 votes (0 say helpful)", "3 gaps in 30 days"]
    assert not any(line.startswith("3. ") for line in lines)


def test_as_json_all_is_printed_that_may_be_shown(
    command_line: CommandLine, small_knowledge: Knowledge, bare: Path
) -> None:
    asyncio.run(fill(small_knowledge, bare / "records.db"))
    text = command_line.run("kb", "gaps", "--json").stdout
    found = json.loads(text)
    assert [gap["people"] for gap in found["gaps"]] == [3, 2, 1]
    assert [wording["text"] for wording in found["gaps"][0]["wordings"]] == ["the pain of the needle"]
    assert found["unhelpful"] == [{"entry": "bees-honey", "unhelpful": 1, "helpful": 0}]
    assert "Jansen" not in text


def test_a_database_that_cannot_be_read_is_one_line(command_line: CommandLine, bare: Path) -> None:
    (bare / "records.db").write_text("no database " * 100, encoding="utf-8")
    finished = command_line.run("kb", "gaps")
    assert finished.exit_code == 1
    assert finished.stderr.endswith("Error: the database can't be read\n")


def test_without_questions_there_are_no_gaps(command_line: CommandLine) -> None:
    assert command_line.run("kb", "gaps", "--since", "7").stdout == "0 gaps in 7 days\n"


def test_a_gap_is_taught_whole_and_set_aside(command_line: CommandLine, small_knowledge: Knowledge, bare: Path) -> None:
    asyncio.run(fill(small_knowledge, bare / "records.db"))
    needle, moon, _ = json.loads(command_line.run("kb", "gaps", "--json").stdout)["gaps"]
    teach = ("kb", "teach", "--gap", needle["key"], "--entry", "bees-sting", "--reason", "asked", "--anyway")
    taught = command_line.run(*teach, "--since", "90")
    assert taught.stdout.endswith("revision 1: live within seconds\n")
    assert f"{moon['key']} is set aside until " in command_line.run("kb", "gaps", "--later", moon["key"]).stdout
    assert [gap["people"] for gap in json.loads(command_line.run("kb", "gaps", "--json").stdout)["gaps"]] == [1]
    assert "no gap 'x'" in command_line.run("kb", "gaps", "--later", "x").stderr
