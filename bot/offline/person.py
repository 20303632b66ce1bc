"""Somebody at the other end of a chat: what they type, send and tap, as the updates that Telegram makes of it."""

import re
import time
from dataclasses import dataclass
from typing import Any

from bot.offline.markup import utf16_length
from bot.offline.telegram import OfflineTelegram

Data = dict[str, Any]

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?")


@dataclass
class Person:
    """A person in a private chat with the bot, or in a group with it; every act gives the update that it causes."""

    telegram: OfflineTelegram
    id: int = 1
    language_code: str | None = "nl"
    group: int | None = None

    def __post_init__(self) -> None:
        """Open the chat, so that the bot can write to it."""
        self.user: Data = {"id": self.id, "is_bot": False, "first_name": "Person"}
        if self.language_code:
            self.user["language_code"] = self.language_code
        if self.group:
            chat: Data = {"id": self.group, "type": "supergroup", "title": "Group"}
        else:
            chat = {"id": self.id, "type": "private", "first_name": "Person"}
        self.chat = self.telegram.chats.setdefault(chat["id"], chat)

    def says(self, text: str) -> Data:
        """Type a message; a command at its start is marked as one, as Telegram does."""
        return self.sends(**_typed(text))

    def edits(self, text: str) -> Data:
        """Change an earlier message."""
        return self.telegram.deliver("edited_message", self._message() | _typed(text) | {"edit_date": int(time.time())})

    def sends(self, **content: Any) -> Data:  # noqa: ANN401
        """Send a message with any content: `sticker=…`, `photo=…, caption=…`."""
        return self.telegram.deliver("message", self._message() | content)

    def taps(self, message: Data, callback_data: str) -> Data:
        """Tap a button under a message of the bot."""
        tap = str(self.telegram.number())
        self.telegram.taps.add(tap)
        content = {"id": tap, "from": self.user, "chat_instance": "1", "message": message, "data": callback_data}
        return self.telegram.deliver("callback_query", content)

    def _message(self) -> Data:
        number = self.telegram.number()
        message = {"message_id": number, "date": int(time.time()), "chat": self.chat, "from": self.user}
        self.telegram.messages[self.chat["id"], number] = message
        return message


def _typed(text: str) -> Data:
    command = _COMMAND.match(text)
    marks = [{"type": "bot_command", "offset": 0, "length": utf16_length(command.group())}] if command else []
    return {"text": text, "entities": marks} if marks else {"text": text}
