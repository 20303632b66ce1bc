"""A class of people in front of a bot that runs in a process of its own: who says what, and what comes back to whom."""

import asyncio
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.offline.person import Person
from tests.support.http_api import HttpApi
from tests.support.stage import Data, buttons

_PATIENCE = 120


@dataclass
class Classroom:
    """People on one Bot API server; whatever the bot sends to one of them can be waited for."""

    api: HttpApi
    language: str = "nl"

    def person(self, number: int) -> Person:
        """Let somebody come in."""
        return Person(self.api.telegram, id=number, language_code=self.language)

    def sent_to(self, person: Person, since: int = 0) -> list[Data]:
        """List what the bot sent to a person or changed for them, from a call on."""
        results = [call.result for call in self.api.telegram.calls[since:] if isinstance(call.result, dict)]
        return [message for message in results if message.get("chat", {}).get("id") == person.chat["id"]]

    async def until(self, found: Callable[[], Any]) -> Any:
        """Wait until there is something, and give it."""
        async with asyncio.timeout(_PATIENCE):
            while not (thing := found()):
                await asyncio.sleep(0.01)
        return thing

    async def after(self, person: Person, does: Callable[[], object], fits: Callable[[Data], object]) -> Data:
        """Let a person do something; give the last of what then comes to them and fits."""
        since = len(self.api.telegram.calls)
        does()
        message: Data = await self.until(
            lambda: next((sent for sent in reversed(self.sent_to(person, since)) if fits(sent)), None)
        )
        return message

    async def asks(self, person: Person, text: str, fits: Callable[[Data], object] = bool) -> Data:
        """Let a person type something; give what comes back."""
        return await self.after(person, lambda: person.says(text), fits)

    async def taps(self, person: Person, message: Data, button: str, fits: Callable[[Data], object] = bool) -> Data:
        """Let a person tap a button, named by its label or what it carries; give what comes of it."""
        data = buttons(message).get(button, button)
        return await self.after(person, lambda: person.taps(message, data), fits)

    def file_in(self, message: Data) -> bytes:
        """Give the file that a message carries."""
        return self.api.telegram.documents.uploads[message["document"]["file_id"]]


def cells(table: bytes, separator: str = ";") -> dict[tuple[str, str], tuple[str, ...]]:
    """Read a report's table: the values of each row, by its section and its label."""
    rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=separator)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for section, label, _, value in rows:
        found[section, label] = (*found.get((section, label), ()), value)
    return found
