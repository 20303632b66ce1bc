"""Chats in browsers: each a room with its last messages, in which updates are handled in their order."""

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

from bot.offline.person import Person
from bot.offline.telegram import Call
from bot.web.browser_telegram import BrowserTelegram
from handlers.context import App
from handlers.in_browser import FIRST_ID

Data = dict[str, Any]

# Messages that a room shows; older ones go.
MOST_MESSAGES = 50
# Rooms at once: twenty classes of thirty. Beyond that the one in which nothing happened longest goes.
MOST_ROOMS = 600
IDLE_SECONDS = 30 * 60
# Answers that are made at once; more would only wait for the database.
MOST_AT_ONCE = 4
_CHANCE_BITS = 52


@dataclass
class Shown:
    """A message in a room; `stamp` counts up with everything that changes there."""

    message: Data
    stamp: int
    mine: bool


@dataclass(eq=False)
class Room:
    """A chat of one pupil. `listeners` are set whenever something changes."""

    person: Person
    last_at: float
    shown: OrderedDict[int, Shown] = field(default_factory=OrderedDict)
    stamp: int = 0
    listeners: set[asyncio.Event] = field(default_factory=set)
    order: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_over: bool = False

    def since(self, stamp: int) -> list[Shown]:
        """List what came or changed after a stamp, in the order of the room."""
        return [shown for shown in self.shown.values() if shown.stamp > stamp]

    def put(self, message: Data, *, mine: bool) -> None:
        """Show a message that came or changed."""
        self.stamp += 1
        before = self.shown.get(message["message_id"])
        self.shown[message["message_id"]] = Shown(message, self.stamp, before.mine if before else mine)
        self._tell()

    def end(self) -> None:
        """Say to who listens that nothing more comes."""
        self.is_over = True
        self._tell()

    def _tell(self) -> None:
        for listener in self.listeners:
            listener.set()


@dataclass
class Rooms:
    """The rooms of a bot whose calls go through `telegram`; `application` is given once it is built."""

    clock: Callable[[], float] = time.monotonic
    telegram: BrowserTelegram = field(init=False)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE), init=False)
    _application: "App | None" = field(default=None, init=False)
    _rooms: OrderedDict[int, Room] = field(default_factory=OrderedDict, init=False)

    def __post_init__(self) -> None:
        """Begin with none."""
        self.telegram = BrowserTelegram(self._done)

    def serve(self, application: App) -> None:
        """Let an application answer in the rooms."""
        self._application = application

    def __len__(self) -> int:
        """Count the rooms."""
        return len(self._rooms)

    def enter(self, chat_id: int, language_code: str | None = None) -> Room:
        """Give the room of a chat, as it was left or, if nobody was there for long, a new one."""
        room = self._rooms.get(chat_id)
        if room is None:
            self._make_space()
            self.telegram.open(chat_id)
            room = Room(Person(self.telegram, id=chat_id, language_code=language_code), self.clock())
            self._rooms[chat_id] = room
        elif language_code:
            room.person.user["language_code"] = language_code
        self._rooms.move_to_end(chat_id)
        room.last_at = self.clock()
        return room

    def leave(self, chat_id: int) -> None:
        """Forget a room and everything that was said in it."""
        room = self._rooms.pop(chat_id, None)
        if room is None:
            return
        room.end()
        for shown in room.shown.values():
            self.telegram.forget(shown.message)
        self.telegram.close(chat_id)

    async def hear(self, room: Room, update: Data, *, quietly: bool = False) -> None:
        """Let the bot answer what was done in a room, after what was done there before; `quietly` does not show it.

        Raises:
            NotReadyError: the bot has not reached Telegram yet.
        """
        if not self.is_ready or self._application is None:
            raise NotReadyError
        async with room.order, self._turns:
            if "message" in update and not quietly:
                room.put(update["message"], mine=True)
            self._show_vote(room, update)
            await self._application.process_update(Update.de_json(update, self._application.bot))
        self._trim(room)

    @property
    def is_ready(self) -> bool:
        """Tell whether the bot can answer: it has to know its own name first."""
        try:
            return self._application is not None and bool(self._application.bot.bot)
        except RuntimeError:
            return False

    def _done(self, call: Call) -> None:
        """Show what the bot did in a room."""
        if isinstance(call.result, dict) and "message_id" in call.result:
            room = self.enter(call.result["chat"]["id"])
            room.put(call.result, mine=False)
            self._trim(room)

    def _show_vote(self, room: Room, update: Data) -> None:
        """Show the poll anew in which there was a vote, if there was one; of an anonymous one the bot hears less."""
        poll_id = update.get("poll_answer", {}).get("poll_id") or update.get("poll", {}).get("id")
        for shown in room.shown.values():
            if poll_id and shown.message.get("poll", {}).get("id") == poll_id:
                room.put(shown.message, mine=False)
                return

    def _trim(self, room: Room) -> None:
        while len(room.shown) > MOST_MESSAGES:
            _, oldest = room.shown.popitem(last=False)
            self.telegram.forget(oldest.message)

    def _make_space(self) -> None:
        for chat_id in [*self._idle()]:
            self.leave(chat_id)
        if len(self._rooms) >= MOST_ROOMS:
            self.leave(next(iter(self._rooms)))

    def _idle(self) -> Iterator[int]:
        """Yield the rooms in which nothing happened for long, while nobody looks at them."""
        for chat_id, room in self._rooms.items():
            if self.clock() - room.last_at < IDLE_SECONDS:
                return
            if not room.listeners:
                yield chat_id


class NotReadyError(Exception):
    """The bot can't answer yet."""


def new_chat_id() -> int:
    """Give an id for a chat in a browser that nobody can guess."""
    return FIRST_ID + secrets.randbits(_CHANCE_BITS)
