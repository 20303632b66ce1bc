"""The `nuancebot` command: expected errors are one line and exit 1."""

import sys

import click

from bot.commands.ask import ask
from bot.commands.chat import chat
from bot.commands.db import db
from bot.commands.handout import handout_command
from bot.commands.kb import kb
from bot.commands.run import run
from bot.settings import SettingsError
from bot.web.server import CannotListenError
from knowledge.problems import BrokenPackError


@click.group()
@click.version_option(package_name="nuancebot")
def nuancebot() -> None:
    """Explain one essay's distinctions, with sources, in Dutch and English."""


nuancebot.add_command(run)
nuancebot.add_command(chat)
nuancebot.add_command(ask)
nuancebot.add_command(handout_command)
nuancebot.add_command(kb)
nuancebot.add_command(db)


def main() -> None:
    """Run the command line."""
    try:
        nuancebot()
    except (SettingsError, BrokenPackError, CannotListenError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
