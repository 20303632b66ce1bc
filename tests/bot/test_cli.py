"""The `nuancebot` command: what it offers, and how expected errors end."""

import asyncio
import gc
import json
import os
import sys
from asyncio.subprocess import PIPE
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.packs import write_pack

TOKEN = "123456:" + "a-B_9" * 7


def test_help_lists_the_commands(command_line: CommandLine) -> None:
    finished = command_line.run("--help")
    assert finished.exit_code == 0
    listed = {line.split()[0] for line in finished.stdout.split("Commands:\n")[1].splitlines()}
    assert listed >= {"ask", "chat", "run"}


def test_the_version_is_that_of_the_package(command_line: CommandLine) -> None:
    assert command_line.run("--version").stdout.endswith(f"version {version('nuancebot')}\n")


@pytest.mark.parametrize("arguments", [("dance",), ("--dance",), ("chat", "now"), ("ask", "--json"), ("ask", "a", "b")])
def test_a_wrong_use_is_told_and_exits_2(command_line: CommandLine, arguments: tuple[str, ...]) -> None:
    finished = command_line.run(*arguments)
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert "Error: " in finished.stderr.splitlines()[-1]
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize("command", [("run",), ("chat",), ("ask", "--jsonl"), ("ask", "what is it?")])
def test_a_wrong_setting_is_one_line_and_exits_1(command_line: CommandLine, command: tuple[str, ...]) -> None:
    finished = command_line.run(*command, TELEGRAM_BOT_TOKEN="hunter2")
    assert (finished.exit_code, finished.stdout) == (1, "")
    [line] = finished.stderr.splitlines()
    assert line.startswith("TELEGRAM_BOT_TOKEN: ")
    assert "hunter2" not in line


def test_a_wrong_setting_does_not_keep_the_help_of_a_command_away(command_line: CommandLine) -> None:
    assert command_line.run("ask", "--help", NUANCEBOT_LANGUAGE="de").exit_code == 0


@pytest.mark.parametrize("command", [("chat",), ("ask", "--jsonl"), ("ask", "what is it?")])
def test_a_broken_pack_is_told_line_by_line_and_exits_1(
    command_line: CommandLine, tmp_path: Path, command: tuple[str, ...]
) -> None:
    pack = write_pack(tmp_path / "broken", **{"sources": "[book", "smalltalk.en": "greeting = 1"})
    finished = command_line.run(*command, NUANCEBOT_PACK=str(pack))
    assert (finished.exit_code, finished.stdout) == (1, "")
    first, second = finished.stderr.splitlines()
    assert first.startswith("smalltalk.en.toml:1: greeting: ")
    assert second.startswith("sources.toml: file: is not TOML: ")
    # A connection that was left open would say so now.
    gc.collect()


def test_a_misspelt_pack_is_named(command_line: CommandLine) -> None:
    finished = command_line.run("ask", "what is it?", NUANCEBOT_PACK="social-cerdit")
    assert finished.exit_code == 1
    assert "social-cerdit" in finished.stderr


def test_the_level_of_the_log_is_that_of_the_settings(command_line: CommandLine, tmp_path: Path) -> None:
    for level, heard in (("INFO", True), ("WARNING", False)):
        data = str(tmp_path / level)
        finished = command_line.run("ask", "🙂", NUANCEBOT_LOG_LEVEL=level, NUANCEBOT_DATA=data)
        assert ("INFO knowledge.matching.cache: learning" in finished.stderr) is heard


def test_the_log_holds_no_token(command_line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / f"bot{TOKEN}").write_text("in the way")
    finished = command_line.run("ask", "🙂", TELEGRAM_BOT_TOKEN=TOKEN, NUANCEBOT_DATA=str(tmp_path / f"bot{TOKEN}"))
    assert finished.exit_code == 0
    assert "the fitted model can't be kept" in finished.stderr
    assert TOKEN not in finished.stderr


async def test_as_a_process_every_line_is_answered_at_once(small_home: dict[str, str]) -> None:
    environment = {"PATH": os.environ["PATH"]} | small_home
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "ask", "--jsonl"),
        env=environment,
        cwd=Path(__file__).parents[2],
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for text, act in (("tell me of honey comb", "answer"), ("source", "source"), ("🙂", "smalltalk")):
        process.stdin.write(json.dumps({"text": text, "chat": "one"}).encode() + b"\n")
        assert json.loads(await process.stdout.readline())["act"] == act
    rest, log = await process.communicate(b"")
    assert (process.returncode, rest) == (0, b""), log.decode()
