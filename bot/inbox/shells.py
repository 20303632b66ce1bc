"""The two ways in which updates come to a bot that has started, each around the same inbox."""

import asyncio
import logging
from dataclasses import dataclass, field, replace

from telegram.error import TelegramError

from bot.inbox.box import AWAY, Inbox
from bot.inbox.core import Core
from bot.inbox.polling import Poller, unless
from bot.inbox.webhook import Webhook
from bot.leading import begin_to_lead
from handlers.context import App, provide, services_of
from handlers.daily_jobs import restore
from handlers.registry import ALLOWED_UPDATES
from knowledge.records.presence import Presence

logger = logging.getLogger(__name__)

# How often it is looked whether this process leads, or still does.
LOOK_SECONDS = 5.0
# How long what was fetched may take to be answered at the end; the rest is answered after the next start.
GRACE_SECONDS = 20.0
# How often what nobody has is looked for, where no update of this process's own says so sooner.
CLAIM_SECONDS = 1.0
# How long after the database was away other processes may take to be there again before what they had is claimed.
RETURN_SECONDS = 10.0
# How often the leader looks which chats want a distinction a day, as other processes are told so too.
RESTORE_SECONDS = 300.0


@dataclass
class PollingShell:
    """Fetches updates while this process leads; of several on one PostgreSQL database the others stand by."""

    application: App
    _presence: Presence = field(init=False)

    def __post_init__(self) -> None:
        """Take the place of a process."""
        self._presence = Presence(services_of(self.application).keeper.store.engine)

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch and answer until told to stop."""
        try:
            while not stop.is_set():
                if await self._until_leading(stop):
                    await self._lead(stop)
        finally:
            await self._presence.leave()

    async def _until_leading(self, stop: asyncio.Event) -> bool:
        standing_by = False
        while not stop.is_set():
            if await _leads(self._presence):
                return True
            if not standing_by:
                logger.info("another process fetches updates: standing by")
            standing_by = True
            await unless(stop, asyncio.sleep(LOOK_SECONDS))
        return False

    async def _lead(self, stop: asyncio.Event) -> None:
        inbox = Inbox(Core(self.application), self._presence.worker)
        over = asyncio.Event()
        watching = asyncio.create_task(self._watch(inbox, stop, over))
        try:
            await _call_off_webhook(self.application)
            await begin_to_lead(self.application)
            await _catch_up(inbox)
            logger.info("serving Telegram as @%s; stop with Ctrl-C", self.application.bot.username)
            await Poller(inbox).run(over)
            await drain(inbox)
        finally:
            watching.cancel()
            await asyncio.wait([watching])

    async def _watch(self, inbox: Inbox, stop: asyncio.Event, over: asyncio.Event) -> None:
        while not stop.is_set() and await _leads(self._presence):
            await _catch_up(inbox)
            await unless(stop, asyncio.sleep(LOOK_SECONDS))
        over.set()


@dataclass
class WebhookShell:
    """Answers what the web server takes in; on PostgreSQL as one of any number of processes."""

    application: App
    webhook: Webhook
    url: str
    _presence: Presence = field(init=False)

    def __post_init__(self) -> None:
        """Take the place of a process."""
        self._presence = Presence(services_of(self.application).keeper.store.engine)

    async def run(self, stop: asyncio.Event) -> None:
        """Take in and answer until told to stop."""
        inbox = Inbox(Core(self.application), self._presence.worker, alone=not self._presence.shared)
        provide(self.application, replace(services_of(self.application), leads=not self._presence.shared))
        working = [asyncio.create_task(self._look_who_leads(inbox, stop))]
        try:
            if not inbox.alone:
                working.append(asyncio.create_task(self._claim(inbox, stop)))
            self.webhook.open(inbox)
            logger.info("serving Telegram as @%s by webhook; stop with Ctrl-C", self.application.bot.username)
            await stop.wait()
            self.webhook.close()
        finally:
            await asyncio.gather(*working)
            await drain(inbox)
            await self._presence.leave()

    async def _look_who_leads(self, inbox: Inbox, stop: asyncio.Event) -> None:
        looked = led = 0.0
        loop = asyncio.get_running_loop()
        while not stop.is_set():
            leads = await _leads(self._presence, if_unknown=bool(led))
            provide(self.application, replace(services_of(self.application), leads=leads))
            if leads and not led:
                await self._set_webhook()
                await begin_to_lead(self.application)
                looked = loop.time()
            elif leads and loop.time() - looked >= RESTORE_SECONDS:
                await restore(self.application)
                looked = loop.time()
            led = leads
            await _catch_up(inbox)
            await unless(stop, asyncio.sleep(LOOK_SECONDS))

    async def _claim(self, inbox: Inbox, stop: asyncio.Event) -> None:
        clock, back = asyncio.get_running_loop().time, 0.0
        while not stop.is_set():
            try:
                # Claims are this process's own only while it is there.
                await self._presence.enter()
                while not stop.is_set() and await inbox.claim(of_the_gone=clock() >= back):
                    pass
            except AWAY as error:
                back = clock() + RETURN_SECONDS
                logger.warning("nothing can be claimed (%s)", type(error).__name__)
                await unless(stop, asyncio.sleep(CLAIM_SECONDS))
            await unless(stop, self.webhook.until_news(CLAIM_SECONDS))

    async def _set_webhook(self) -> None:
        try:
            await self.application.bot.set_webhook(
                self.url, allowed_updates=ALLOWED_UPDATES, secret_token=self.webhook.secret, max_connections=100
            )
        except TelegramError as error:
            logger.error("Telegram does not take the address of the webhook: %s", error)  # noqa: TRY400


async def drain(inbox: Inbox) -> None:
    """Answer what was taken in, but for what would take too long."""
    try:
        await asyncio.wait_for(inbox.lanes.until_fewer_than(1), GRACE_SECONDS)
    except TimeoutError:
        logger.warning("%d updates are left: they are answered after the next start", inbox.lanes.waiting)
        inbox.lanes.drop()
    try:
        await inbox.settle()
    except AWAY:
        logger.warning("what was answered last could not be noted: it may be answered again")


async def _catch_up(inbox: Inbox) -> None:
    """Do what has to wait while the database is away: take over what was left, note what is answered."""
    try:
        left = await inbox.resume() if inbox.alone else 0
        await inbox.settle()
    except AWAY:
        return
    if left:
        logger.info("%d updates were left by the process before: they are answered now", left)


async def _leads(presence: Presence, *, if_unknown: bool = True) -> bool:
    """Tell whether this process leads; while the database is away it goes on as it was."""
    try:
        return await presence.lead()
    except AWAY:
        return if_unknown


async def _call_off_webhook(application: App) -> None:
    try:
        await application.bot.delete_webhook()
    except TelegramError as error:
        logger.warning("an earlier webhook could not be called off: %s", type(error).__name__)
