"""The Telegram behind chats in browsers: it forgets what was read, and hands on what the bot does as it does it."""

import itertools
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from bot.offline.telegram import Call, OfflineTelegram
from handlers.in_browser import is_in_browser

Data = dict[str, Any]

# Pictures and files that are kept at once; one that went is uploaded again when it is wanted.
MOST_UPLOADS = 300


class BrowserTelegram(OfflineTelegram):
    """A Telegram with private chats of its own, which come into being when they are first written to."""

    def __init__(self, done: Callable[[Call], None]) -> None:
        """Take what hears of everything that the bot did in a chat."""
        # No number comes twice, not even after a restart: votes are kept under the message's number.
        super().__init__(_numbers=itertools.count(time.time_ns() // 1_000_000))
        self._done = done

    def deliver(self, kind: str, content: Data) -> Data:
        """Make an update; nobody fetches it, it is handed over."""
        return {"update_id": self.number(), kind: content}

    async def call(
        self, method: str, form: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> tuple[HTTPStatus, Data]:
        """Take a call as `OfflineTelegram` does, and hand on what came of it."""
        chat_id = form.get("chat_id", "")
        if chat_id.isdecimal() and is_in_browser(int(chat_id)):
            self.open(int(chat_id))
        answer = await super().call(method, form, files)
        done, self.calls = self.calls, []
        for call in done:
            self._done(call)
        self.photos.trim(MOST_UPLOADS)
        self.documents.trim(MOST_UPLOADS)
        return answer

    def open(self, chat_id: int) -> None:
        """Let a chat be there."""
        self.chats.setdefault(chat_id, {"id": chat_id, "type": "private", "first_name": "Person"})

    def forget(self, message: Data) -> None:
        """Forget a message, and the poll in it."""
        chat_id = message["chat"]["id"]
        self.messages.pop((chat_id, message["message_id"]), None)
        if "poll" in message:
            self.polls.forget(message["poll"]["id"])

    def close(self, chat_id: int) -> None:
        """Forget a chat; its messages are forgotten one by one."""
        self.chats.pop(chat_id, None)
        self.membership.members.pop((chat_id, chat_id), None)
