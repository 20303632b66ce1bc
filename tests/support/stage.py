"""A person in front of the real application: whole updates in, messages out."""

from dataclasses import dataclass
from typing import Any

from bot.app import build_application, offline_builder
from bot.inbox.core import Core
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from handlers.context import App, Services

Data = dict[str, Any]
_MESSAGES = {"sendmessage", "editmessagetext", "editmessagereplymarkup", "sendphoto", "senddocument", "sendpoll"}


@dataclass(repr=False)
class Stage:
    """One application on one in-process Telegram, and the person who uses it."""

    application: App
    telegram: OfflineTelegram
    person: Person

    async def hear(self, raw: Data) -> list[Data]:
        """Let the application handle a raw update; give the messages that it sent or changed."""
        before = len(self.telegram.calls)
        await Core(self.application).answer(raw)
        return [call.result for call in self.telegram.calls[before:] if call.method in _MESSAGES]

    async def says(self, text: str) -> Data:
        """Type a message; give the one message that comes back."""
        [message] = await self.hear(self.person.says(text))
        return message

    async def looks_up(self, text: str) -> Data:
        """Type a query in inline mode; give the answer to it: its results and how they may be kept."""
        await self.hear(self.person.queries(text))
        call = self.telegram.calls[-1]
        assert call.method == "answerinlinequery"
        return call.parameters

    async def taps(self, message: Data, label: str) -> Data:
        """Tap the button with this label (or callback data); give the one message that comes of it."""
        data = buttons(message).get(label, label)
        [answer] = await self.hear(self.person.taps(message, data))
        return answer


def said(message: Data) -> str:
    """Give the words of a message: its text, what stands under its picture or file, or what its poll asks."""
    if "poll" in message:
        question: str = message["poll"]["question"]
        return question
    words: str = message["caption"] if {"photo", "document"} & message.keys() else message["text"]
    return words


def buttons(message: Data) -> dict[str, str]:
    """Give the callback data of each button under a message that can be tapped in the chat, by label."""
    return _labelled(message, "callback_data")


def links(message: Data) -> dict[str, str]:
    """Give the address of each button under a message that leads out of the chat, by label."""
    return _labelled(message, "url")


def _labelled(message: Data, action: str) -> dict[str, str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button[action] for row in rows for button in row if action in button}


async def open_stage(services: Services, language_code: str | None = "en", group: int | None = None) -> Stage:
    """Build the application on a fresh Telegram, with one person on it."""
    telegram = OfflineTelegram()
    application = build_application(services, offline_builder(OfflineRequest(telegram), TOKEN))
    await application.initialize()
    return Stage(application, telegram, Person(telegram, language_code=language_code, group=group))
