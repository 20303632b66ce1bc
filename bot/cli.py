"""The `nuancebot` command: expected errors are one line and exit 1."""

import sys
from collections.abc import Mapping
from importlib import import_module

import click

from bot.collecting import without_collecting
from bot.settings import SettingsError
from bot.web.server import CannotListenError
from knowledge.problems import BrokenPackError

# In the order in which help lists them; where each is, as `module:name`.
COMMANDS: Mapping[str, str] = {
    "run": "run:run",
    "chat": "chat:chat",
    "ask": "ask:ask",
    "handout": "handout:handout_command",
    "kb": "kb:kb",
    "db": "db:db",
    "stats": "stats:stats_command",
}


class Commands(click.Group):
    """A group whose commands are imported when they are wanted: who serves need not load what draws pictures.

    After the lazy group in Click's documentation.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """List the names of the commands."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Give the command of that name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        with without_collecting():
            command: click.Command = getattr(import_module(f"bot.commands.{module}"), name)
        return command


@click.group(cls=Commands)
@click.version_option(package_name="nuancebot")
@click.option("--pack", metavar="NAME|FOLDER", help="The pack to work with, instead of what NUANCEBOT_PACK says.")
def nuancebot(pack: str | None) -> None:
    """Explain one essay's distinctions, with sources, in Dutch and English."""
    # The commands read it where they read the settings.
    click.get_current_context().obj = pack


def main() -> None:
    """Run the command line."""
    try:
        nuancebot()
    except (SettingsError, BrokenPackError, CannotListenError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
