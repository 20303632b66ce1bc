"""The `nuancebot` command inside the test's process: what it wrote, and how it ended."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main

LAYERS = ("bot", "handlers", "knowledge")


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended."""

    exit_code: int | str | None
    stdout: str
    stderr: str


@contextmanager
def logging_put_back() -> Iterator[None]:
    """Leave the logging of the whole process as it was found."""
    root, levels = logging.getLogger(), {name: logging.getLogger(name).level for name in LAYERS}
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A terminal with an environment of its own; `typed` stands on standard input."""

    monkeypatch: pytest.MonkeyPatch
    environment: dict[str, str]

    def run(self, *arguments: str, typed: bytes | str = b"", **environment: str) -> Finished:
        """Run `nuancebot` with arguments, settings on top of the terminal's own."""
        self.monkeypatch.setattr(sys, "argv", ["nuancebot", *arguments])
        streams = CliRunner().isolation(input=typed, env=self.environment | environment)
        with logging_put_back(), streams as (out, err, _), pytest.raises(SystemExit) as ending:
            main()
        return Finished(ending.value.code, out.getvalue().decode(), err.getvalue().decode())


def small_pack_environment(pack: Path, data: Path) -> dict[str, str]:
    """Give the settings that lead to a pack and to a folder for what is kept."""
    return {"NUANCEBOT_PACK": str(pack), "NUANCEBOT_DATA": str(data), "NUANCEBOT_LANGUAGE": "en"}
