"""`nuancebot run`: Telegram if there is a token, else the local chat."""

import asyncio
from dataclasses import replace

import click
from telegram.error import InvalidToken

from bot.app import budget_of, build_application, build_knowledge, build_services, online_builder
from bot.changes import read_log
from bot.collecting import keep_what_is_loaded, without_collecting
from bot.commands.chat import open_chat
from bot.commands.common import pass_settings
from bot.inbox.shells import PollingShell, WebhookShell
from bot.inbox.webhook import PATH, Webhook, secret_of
from bot.metrics import Metrics
from bot.polling import Shell, serve
from bot.refresh import Held, Refresher, traces
from bot.settings import Settings
from bot.trial import with_trials
from bot.web.beside import pages_beside
from bot.web.rooms import Rooms
from knowledge.changes import in_force

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
    files, log = traces(settings.pack_folder), read_log(settings)
    held = Held(log[-1].number, in_force(log)) if log else Held()
    with without_collecting():
        services = with_trials(build_services(settings, build_knowledge(settings, held.changes)), settings)
    rooms, metrics = Rooms(), Metrics()
    services = replace(services, watch=metrics)
    budget = budget_of(settings, services.keeper)
    application = build_application(services, online_builder(settings, token, rooms, metrics, budget))
    webhook = Webhook(secret_of(token)) if settings.nuancebot_updates == "webhook" else None
    pages = pages_beside(application, settings, rooms, webhook.routes if webhook else (), metrics)
    shell: Shell = PollingShell(application)
    if webhook:
        shell = WebhookShell(application, webhook, f"{settings.web_url}{PATH}")
    # While the database is away, nothing is known of the changes.
    built_on = None if log is None else (files, held.revision)
    refresher = Refresher(application, settings, held=held, built_on=built_on)
    # In the middle of an answer that would be felt.
    keep_what_is_loaded()
    try:
        asyncio.run(serve(application, services, refresher, pages, shell))
    except InvalidToken:
        msg = "TELEGRAM_BOT_TOKEN: Telegram does not know this token"
        raise click.ClickException(msg) from None
