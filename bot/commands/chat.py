"""`nuancebot chat`: the local chat in this terminal."""

import signal
import sys
from functools import partial
from types import FrameType

import click
from rich.console import Console

from bot.app import build_application, build_knowledge, build_services, offline_builder
from bot.commands.common import pass_settings
from bot.console import LocalChat, read_line, read_line_beside
from bot.keeping import with_keeper
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.settings import Settings
from bot.trial import with_trials
from bot.web.beside import pages_beside
from bot.web.rooms import Rooms
from bot.web.splitting import SplitRequest
from knowledge.changes import in_force
from knowledge.records.changes import log_of
from knowledge.records.keeper import Keeper


@click.command()
@pass_settings
def chat(settings: Settings) -> None:
    """Chat with the bot in this terminal; needs no token and no network."""
    open_chat(settings)


def open_chat(settings: Settings) -> None:
    """Open the local chat until its input ends, or Ctrl-C."""
    # With a handler of its own set before, asyncio leaves Ctrl-C to whoever waits for input.
    signal.signal(signal.SIGINT, _interrupt)
    with_keeper(settings, partial(_chat, settings))


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


async def _chat(settings: Settings, keeper: Keeper) -> None:
    changes = in_force(await log_of(keeper) or ())
    services = with_trials(build_services(settings, build_knowledge(settings, changes), keeper), settings)
    telegram, rooms = OfflineTelegram(), Rooms()
    person = Person(telegram, language_code=settings.nuancebot_language)
    request = SplitRequest(OfflineRequest(telegram), rooms.telegram)
    application = build_application(services, offline_builder(request, TOKEN))
    console = Console()
    console.print("Type a question, or the number of a choice. /help explains, /quit leaves.", style="dim")
    read = read_line_beside if settings.nuancebot_web_address and sys.stdin.isatty() else read_line
    async with application, pages_beside(application, settings, rooms):
        await LocalChat(application, telegram, person, console).run(partial(read, console))
