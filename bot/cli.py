"""The `nuancebot` command: expected errors are one line and exit 1."""

import sys

import click

from bot.commands.ask import ask
from bot.commands.chat import chat
from bot.commands.kb import kb
from bot.commands.run import run
from bot.logs import set_up_logs
from bot.settings import SettingsError, read_settings
from knowledge.problems import BrokenPackError


@click.group()
@click.version_option(package_name="nuancebot")
@click.pass_context
def nuancebot(context: click.Context) -> None:
    """Explain one essay's distinctions, with sources, in Dutch and English."""
    settings = read_settings()
    token = settings.telegram_bot_token
    set_up_logs(settings.nuancebot_log_level, [token.get_secret_value()] if token else [])
    context.obj = settings


nuancebot.add_command(run)
nuancebot.add_command(chat)
nuancebot.add_command(ask)
nuancebot.add_command(kb)


def main() -> None:
    """Run the command line."""
    try:
        nuancebot()
    except (SettingsError, BrokenPackError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
