"""One raw update in, the calls that answer it out: what every shell (local, polling, webhook) is around."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from telegram import Update

from bot.delivery import followed
from bot.inbox.fitting import fits
from handlers.context import App, services_of
from handlers.delivery import deliver, spoken_to
from handlers.replies import Reply
from knowledge.records.pupils import class_of


class UnreadableUpdateError(Exception):
    """An update of a form that the library does not know; the message is the kind of its error, without contents."""


class UndeliveredUpdateError(Exception):
    """Nothing of the answer could be delivered, and none of it was: it can be given again after some seconds."""

    def __init__(self, again_after: float) -> None:
        """Take after how many seconds."""
        super().__init__()
        self.again_after = again_after


@dataclass(frozen=True)
class Core:
    """Answers updates with the handlers of an application."""

    application: App

    async def answer(self, raw: Mapping[str, Any]) -> None:
        """Answer an update. What a handler fails at goes to the error handlers, and is raised nowhere.

        Raises:
            UnreadableUpdateError: it can't be read.
            UndeliveredUpdateError: it can be answered again, as nothing of the answer got through.
        """
        if not fits(raw):
            raise UnreadableUpdateError("not of its form")
        try:
            update = Update.de_json({**raw}, self.application.bot)
        except Exception as error:  # noqa: BLE001
            # Whatever it is, it comes from outside: only its kind is told.
            raise UnreadableUpdateError(type(error).__name__) from None
        with followed() as delivered:
            await self.application.process_update(update)
        if delivered.owed:
            raise UndeliveredUpdateError(delivered.again_after or 0.0)

    async def class_of(self, chat: int) -> int | None:
        """Give the number of the open class that a private chat is in; None if it is in none."""
        services = services_of(self.application)
        found = await class_of(services.keeper, chat, services.now())
        return found.id if found else None

    async def tell_to_wait(self, chat: int, *, with_class: bool = False) -> None:
        """Tell a private chat, in its language, that it is too fast, or that it is `with_class`."""
        services = services_of(self.application)
        words = services.phrasebook[await spoken_to(services, chat)].ask
        # It is an answer, and goes out with the others.
        with followed():
            told = words.class_too_fast if with_class else words.too_fast
            await deliver(self.application.bot, chat, Reply(escape(told)))
