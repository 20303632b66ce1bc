"""The other side of the wire: keeps chats and messages, takes calls of the Bot API, and hands out updates."""

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeAlias

from bot.offline.documents import Documents
from bot.offline.inline import InlineQueries
from bot.offline.limits import caption_text, check_call, check_keyboard, message_text
from bot.offline.membership import Membership
from bot.offline.photos import Photos
from bot.offline.polls import Polls
from bot.offline.refusals import RefusedError
from bot.offline.schema import read_parameters

Data = dict[str, Any]
# Keeps a file that came along, or finds one that is kept, and gives what a message says of it.
_Keep: TypeAlias = Callable[[str, Mapping[str, bytes]], Any]

BOT_ID = 4_000_000_001
# Of the form that Telegram gives out, and of no bot.
TOKEN = f"{BOT_ID}:OFFLINE-TELEGRAM-IN-THIS-PROCESS-00"

# Methods that are taken and answered with true; what they were told can be seen in `calls`.
_NOTED = {
    "setmycommands",
    "deletemycommands",
    "setmydescription",
    "setmyshortdescription",
    "setmyname",
    "deletewebhook",
    "setwebhook",
    "sendchataction",
    "logout",
    "close",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was taken: the method in lower case, its parameters, and what it gave."""

    method: str
    parameters: Data
    result: Any


@dataclass
class OfflineTelegram:
    """A Telegram with one bot. `calls` lists what the bot did; `chats` those that it can write to."""

    chats: dict[int, Data] = field(default_factory=dict)
    messages: dict[tuple[int, int], Data] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    taps: set[str] = field(default_factory=set)
    inline: InlineQueries = field(default_factory=InlineQueries)
    membership: Membership = field(default_factory=Membership)
    photos: Photos = field(default_factory=Photos)
    documents: Documents = field(default_factory=Documents)
    polls: Polls = field(default_factory=Polls)
    _updates: list[Data] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Introduce the bot."""
        self.bot: Data = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Nuancebot",
            "username": "nuance_offline_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    def number(self) -> int:
        """Give a number that was not given before: for updates, messages and taps."""
        return next(self._numbers)

    def deliver(self, kind: str, content: Data) -> Data:
        """Make an update of something that happened, and let it wait to be fetched."""
        update = {"update_id": self.number(), kind: content}
        self._updates.append(update)
        self._arrived.set()
        return update

    async def call(
        self, method: str, form: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> tuple[HTTPStatus, Data]:
        """Take a call of the Bot API as it comes over the wire; give the status and the body of the answer.

        `files` are those that the call brings along, by the names of their fields.
        """
        try:
            files = files or {}
            # A file under a parameter's own name is that parameter.
            parameters = read_parameters(method, {name: f"attach://{name}" for name in files} | {**form})
            check_call(method, parameters)
            result = await self._perform(method.lower(), parameters, files)
        except RefusedError as refused:
            body = {"ok": False, "error_code": refused.status.value, "description": refused.description}
            return refused.status, body | ({"parameters": refused.parameters} if refused.parameters else {})
        if method.lower() != "getupdates":
            self.calls.append(Call(method.lower(), parameters, result))
        return HTTPStatus.OK, {"ok": True, "result": result}

    async def _perform(self, method: str, parameters: Data, files: Mapping[str, bytes]) -> Any:  # noqa: ANN401
        if method == "getupdates":
            return await self._get_updates(parameters)
        if method in _NOTED:
            return True
        performers: dict[str, Callable[[Data], Any]] = {
            "getme": lambda _: self.bot,
            "sendmessage": self._send_message,
            "sendphoto": lambda asked: self._send_file(asked, "photo", self.photos.sizes_of, files),
            "senddocument": lambda asked: self._send_file(asked, "document", self.documents.document_of, files),
            "sendpoll": self._send_poll,
            "getfile": self.documents.get_file,
            "editmessagetext": self._edit_message_text,
            "editmessagereplymarkup": self._edit_reply_markup,
            "answercallbackquery": self._answer_callback_query,
            "answerinlinequery": self.inline.answer,
            "getchatmember": lambda asked: self.membership.get_chat_member(self._chat(asked), asked),
        }
        if method not in performers:
            msg = f"{method} is not there offline"
            raise RefusedError(msg, HTTPStatus.NOT_IMPLEMENTED)
        return performers[method](parameters)

    async def _get_updates(self, parameters: Data) -> list[Data]:
        offset = parameters.get("offset", 0)
        allowed = parameters.get("allowed_updates")
        self._updates = [
            update
            for update in self._updates
            if update["update_id"] >= offset and (not allowed or any(kind in update for kind in allowed))
        ]
        if not self._updates:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), parameters.get("timeout", 0))
            except TimeoutError:
                return []
        return self._updates[: parameters.get("limit", 100)]

    def _chat(self, parameters: Data) -> Data:
        """Find the chat of a call; names of public channels (`@name`) are not known here."""
        chat = self.chats.get(parameters.get("chat_id", 0))
        if chat is None:
            raise RefusedError("chat not found")
        return chat

    def _send_message(self, parameters: Data) -> Data:
        message = self._fill(self._begun(parameters), parameters)
        self.messages[message["chat"]["id"], message["message_id"]] = message
        return message

    def _begun(self, parameters: Data) -> Data:
        """Begin a message of the bot: where it goes, and what it replies to."""
        chat = self._chat(parameters)
        self.membership.check_open(chat, parameters.get("message_thread_id"))
        message = {"message_id": self.number(), "chat": chat, "from": self.bot, "date": int(time.time())}
        if reply := parameters.get("reply_parameters"):
            message |= self._replying(chat, reply)
        if "message_thread_id" in parameters:
            message |= {"message_thread_id": parameters["message_thread_id"], "is_topic_message": True}
        return message

    def _replying(self, chat: Data, reply: Data) -> Data:
        """Give what a message says of the one that it replies to, which may be gone."""
        answered = self.messages.get((chat["id"], reply["message_id"]))
        if answered is None and not reply.get("allow_sending_without_reply"):
            raise RefusedError("message to be replied not found")
        within = {key: value for key, value in (answered or {}).items() if key != "reply_to_message"}
        return {"reply_to_message": within} if within else {}

    def _send_file(self, parameters: Data, kind: str, keep: _Keep, files: Mapping[str, bytes]) -> Data:
        """Send a file of a kind, with what stands under it."""
        message, parsed = self._begun(parameters), caption_text(parameters)
        check_keyboard(parameters.get("reply_markup"))
        message[kind] = keep(parameters[kind], files)
        if parsed.text:
            message |= {"caption": parsed.text, "caption_entities": parsed.entities}
        return self._sent(message, parameters)

    def _send_poll(self, parameters: Data) -> Data:
        message = self._begun(parameters)
        check_keyboard(parameters.get("reply_markup"))
        message["poll"] = self.polls.begin(str(self.number()), parameters)
        return self._sent(message, parameters)

    def _sent(self, message: Data, parameters: Data) -> Data:
        """Put the buttons under a message and the message into its chat."""
        if "reply_markup" in parameters:
            message["reply_markup"] = parameters["reply_markup"]
        self.messages[message["chat"]["id"], message["message_id"]] = message
        return message

    def _edit_message_text(self, parameters: Data) -> Data:
        message = self.messages.get((self._chat(parameters)["id"], parameters.get("message_id", 0)))
        if message is None or message["from"] != self.bot:
            raise RefusedError("message to edit not found")
        if "text" not in message:
            raise RefusedError("there is no text in the message to edit")
        before = {key: message.get(key) for key in ("text", "entities", "reply_markup")}
        after = self._fill({}, parameters)
        if before == {key: after.get(key) for key in before}:
            raise RefusedError("message is not modified: specified new message content is exactly the same")
        message.pop("reply_markup", None)
        message.update(after, edit_date=int(time.time()))
        return message

    def _edit_reply_markup(self, parameters: Data) -> Data:
        message = self.messages.get((self._chat(parameters)["id"], parameters.get("message_id", 0)))
        if message is None or message["from"] != self.bot:
            raise RefusedError("message to edit not found")
        check_keyboard(parameters.get("reply_markup"))
        if message.get("reply_markup") == parameters.get("reply_markup"):
            raise RefusedError("message is not modified: specified new message content is exactly the same")
        message.pop("reply_markup", None)
        if "reply_markup" in parameters:
            message["reply_markup"] = parameters["reply_markup"]
        return message

    def _answer_callback_query(self, parameters: Data) -> bool:
        if parameters["callback_query_id"] not in self.taps:
            raise RefusedError("query is too old and response timeout expired or query ID is invalid")
        self.taps.remove(parameters["callback_query_id"])
        return True

    def _fill(self, message: Data, parameters: Data) -> Data:
        """Put text and buttons into a message, if they pass."""
        parsed = message_text(parameters)
        check_keyboard(parameters.get("reply_markup"))
        message |= {"text": parsed.text, "entities": parsed.entities}
        if "reply_markup" in parameters:
            message["reply_markup"] = parameters["reply_markup"]
        return message
