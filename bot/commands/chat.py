"""`nuancebot chat`: the local chat in this terminal."""

import asyncio
from functools import partial

import click
from rich.console import Console

from bot.app import build_application, build_knowledge, build_services, offline_builder
from bot.console import LocalChat, read_line
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.settings import Settings


@click.command()
@click.pass_obj
def chat(settings: Settings) -> None:
    """Chat with the bot in this terminal; needs no token and no network."""
    asyncio.run(open_chat(settings))


async def open_chat(settings: Settings) -> None:
    """Open the local chat until its input ends."""
    services = build_services(settings, build_knowledge(settings))
    telegram = OfflineTelegram()
    person = Person(telegram, language_code=settings.nuancebot_language)
    application = build_application(services, offline_builder(OfflineRequest(telegram), TOKEN))
    console = Console()
    console.print("Type a question, or the number of a choice. /help explains, /quit leaves.", style="dim")
    async with application:
        try:
            await LocalChat(application, telegram, person, console).run(partial(read_line, console))
        finally:
            await services.keeper.close()
