"""`nuancebot run`: Telegram if there is a token, else the local chat."""

import asyncio

import click
from telegram.error import InvalidToken

from bot.app import build_application, build_knowledge, build_services, online_builder
from bot.changes import changes_before_start
from bot.commands.chat import open_chat
from bot.commands.common import pass_settings
from bot.inbox.shells import PollingShell, WebhookShell
from bot.inbox.webhook import PATH, Webhook, secret_of
from bot.polling import Shell, serve
from bot.refresh import Refresher
from bot.settings import Settings
from bot.web.beside import pages_beside
from bot.web.rooms import Rooms

LOCAL_NOTICE = (
    "No TELEGRAM_BOT_TOKEN: opening the local chat. "
    "For Telegram, ask @BotFather for a token (/newbot) and put TELEGRAM_BOT_TOKEN=… in .env."
)


@click.command()
@pass_settings
def run(settings: Settings) -> None:
    """Serve Telegram, or chat here when there is no token."""
    if settings.telegram_bot_token is None:
        click.echo(LOCAL_NOTICE)
        open_chat(settings)
        return
    token = settings.telegram_bot_token.get_secret_value()
    services = build_services(settings, build_knowledge(settings, changes_before_start(settings)))
    rooms = Rooms()
    application = build_application(services, online_builder(settings, token, rooms))
    webhook = Webhook(secret_of(token)) if settings.nuancebot_updates == "webhook" else None
    pages = pages_beside(application, settings, rooms, webhook.routes if webhook else ())
    shell: Shell = PollingShell(application)
    if webhook:
        shell = WebhookShell(application, webhook, f"{settings.web_url}{PATH}")
    try:
        asyncio.run(serve(application, services, Refresher(application, settings), pages, shell))
    except InvalidToken:
        msg = "TELEGRAM_BOT_TOKEN: Telegram does not know this token"
        raise click.ClickException(msg) from None
