"""One raw update in, the calls that answer it out: what every shell (local, polling, webhook) is around."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Update

from handlers.context import App


class UnreadableUpdateError(Exception):
    """An update of a form that the library does not know; the message is the kind of its error, without contents."""


@dataclass(frozen=True)
class Core:
    """Answers updates with the handlers of an application."""

    application: App

    async def answer(self, raw: Mapping[str, Any]) -> None:
        """Answer an update. What a handler fails at goes to the error handlers, and is raised nowhere.

        Raises:
            UnreadableUpdateError: it can't be read.
        """
        try:
            update = Update.de_json({**raw}, self.application.bot)
        except Exception as error:  # noqa: BLE001
            # Whatever it is, it comes from outside: only its kind is told.
            raise UnreadableUpdateError(type(error).__name__) from None
        await self.application.process_update(update)
