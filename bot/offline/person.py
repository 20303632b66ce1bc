"""Somebody at the other end of a chat: what they type, send and tap, as the updates that Telegram makes of it."""

import re
import time
from dataclasses import dataclass
from typing import Any

from bot.offline.markup import utf16_length
from bot.offline.membership import member
from bot.offline.telegram import OfflineTelegram

Data = dict[str, Any]

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?")
_NAME = re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}")

# Administrators who don't show who they are write as the group itself, through this account of Telegram's.
GROUP_ANONYMOUS_BOT: Data = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


@dataclass
class Person:
    """A person in a private chat with the bot, or in a group with it; every act gives the update that it causes.

    In a group, `status` is what they are there (`administrator`, `creator`, …), and `topic` the thread that they write
    in, which makes the group a forum. `anonymous` administrators write in the group's name.
    """

    telegram: OfflineTelegram
    id: int = 1
    language_code: str | None = "nl"
    group: int | None = None
    status: str = "member"
    topic: int | None = None
    anonymous: bool = False

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
        self.telegram.membership.join(self.chat["id"], self.user, self.status)
        if self.topic:
            self.enters(self.topic)

    def enters(self, topic: int) -> None:
        """Write in a topic of the group from now on; a group that has one is a forum."""
        self.topic = topic
        self.chat["is_forum"] = True
        self.telegram.membership.topics.add((self.chat["id"], topic))

    def says(self, text: str) -> Data:
        """Type a message; a command at its start and names in it are marked as such, as Telegram does."""
        return self.sends(**_typed(text))

    def replies(self, message: Data, text: str) -> Data:
        """Reply to a message."""
        within = {key: value for key, value in message.items() if key != "reply_to_message"}
        return self.sends(**_typed(text), reply_to_message=within)

    def calls(self, user: Data, text: str, **content: Any) -> Data:  # noqa: ANN401
        """Type a message that begins with somebody picked from the list of members, who needs no username for it."""
        name = user["first_name"]
        mark = {"type": "text_mention", "offset": 0, "length": utf16_length(name), "user": user}
        return self.sends(text=f"{name} {text}", entities=[mark], **content)

    def edits(self, text: str) -> Data:
        """Change an earlier message."""
        return self.telegram.deliver("edited_message", self._message() | _typed(text) | {"edit_date": int(time.time())})

    def sends(self, **content: Any) -> Data:  # noqa: ANN401
        """Send a message with any content: `sticker=…`, `photo=…, caption=…`."""
        message = self._message()
        message.update(content)
        return self.telegram.deliver("message", message)

    def hands(self, content: bytes, name: str, **more: Any) -> Data:  # noqa: ANN401
        """Send a file."""
        return self.sends(document=self.telegram.documents.take(content, name), **more)

    def taps(self, message: Data, callback_data: str) -> Data:
        """Tap a button under a message of the bot."""
        tap = str(self.telegram.number())
        self.telegram.taps.add(tap)
        content = {"id": tap, "from": self.user, "chat_instance": "1", "message": message, "data": callback_data}
        return self.telegram.deliver("callback_query", content)

    def votes(self, message: Data, *options: int) -> Data:
        """Vote in a poll: the bot hears who voted for what, and of an anonymous poll how it stands."""
        poll = self.telegram.polls.vote(message["poll"]["id"], self.id, options)
        if poll["is_anonymous"]:
            return self.telegram.deliver("poll", poll)
        kept = [poll["options"][option]["persistent_id"] for option in options]
        content = {"poll_id": poll["id"], "user": self.user, "option_ids": [*options], "option_persistent_ids": kept}
        return self.telegram.deliver("poll_answer", content)

    def queries(self, text: str, offset: str = "") -> Data:
        """Type `@bot text` into the field of any chat."""
        query = str(self.telegram.number())
        self.telegram.inline.waiting.add(query)
        content = {"id": query, "from": self.user, "query": text, "offset": offset}
        return self.telegram.deliver("inline_query", content)

    def chooses(self, result_id: str, text: str = "") -> Data:
        """Choose one of the results of a query."""
        content = {"from": self.user, "result_id": result_id, "query": text}
        return self.telegram.deliver("chosen_inline_result", content)

    def changes_the_bot(self, before: str, after: str) -> Data:
        """Make the bot something else in this chat: add it, remove it, block it, make it an administrator."""
        bot = self.telegram.bot
        statuses = {"old_chat_member": member(bot, before), "new_chat_member": member(bot, after)}
        if after in {"left", "kicked"}:
            private = self.chat["type"] == "private"
            reason = "bot was blocked by the user" if private else "bot was kicked from the group chat"
            self.telegram.membership.lost[self.chat["id"]] = reason
        else:
            self.telegram.membership.lost.pop(self.chat["id"], None)
        content = {"chat": self.chat, "from": self.user, "date": int(time.time())} | statuses
        return self.telegram.deliver("my_chat_member", content)

    def upgrades_the_group(self, supergroup: int) -> tuple[Data, Data]:
        """Make the group a supergroup, in which the person is from now on; both chats say so."""
        old, new = self.chat, self.chat | {"id": supergroup, "type": "supergroup"}
        leaving = self.sends(migrate_to_chat_id=supergroup)
        self.chat = self.telegram.chats.setdefault(supergroup, new)
        self.telegram.membership.upgrade(old["id"], supergroup)
        return leaving, self.sends(migrate_from_chat_id=old["id"])

    def _message(self) -> Data:
        number = self.telegram.number()
        message = {"message_id": number, "date": int(time.time()), "chat": self.chat, "from": self.user}
        if self.anonymous:
            message |= {"from": GROUP_ANONYMOUS_BOT, "sender_chat": self.chat}
        if self.topic:
            message |= {"message_thread_id": self.topic, "is_topic_message": True}
        self.telegram.messages[self.chat["id"], number] = message
        return message


def _typed(text: str) -> Data:
    command = _COMMAND.match(text)
    marks = [_mark("bot_command", text, command.start(), command.end())] if command else []
    marks += [
        _mark("mention", text, name.start(), name.end())
        for name in _NAME.finditer(text)
        if not (command and name.start() < command.end())
    ]
    return {"text": text, "entities": marks} if marks else {"text": text}


def _mark(kind: str, text: str, start: int, end: int) -> Data:
    return {"type": kind, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
