"""What the commands share: their settings, read when a command runs, so that --help needs none."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from bot.logs import set_up_logs
from bot.settings import Settings, read_settings

Given = ParamSpec("Given")

# Where those who write the content keep what the product does not carry; each is looked at only where it is.
SHARED = Path("..") / "shared"


def pass_settings(command: Callable[Concatenate[Settings, Given], None]) -> Callable[Given, None]:
    """Read the settings and set up the log, then run `command` with the settings as its first argument.

    The decorated command raises SettingsError when a setting is wrong.
    """

    @functools.wraps(command)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> None:
        settings = read_settings()
        context = click.get_current_context(silent=True)
        if context and (pack := context.obj):
            settings = settings.model_copy(update={"nuancebot_pack": pack})
        set_up_logs(settings.nuancebot_log_level, settings.secrets, settings.nuancebot_log_format)
        command(settings, *args, **kwargs)

    return run
