"""Pupils in a browser: they come in by the code of their class, and stay as long as it goes on."""

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from throttled import per_hour

from bot.web.home import Home
from bot.web.pace import Pace, sender_of
from bot.web.pages import Pages
from bot.web.rooms import Room, Rooms, new_chat_id
from bot.web.sealing import Cookie
from bot.web.shielding import RefusedError
from handlers.links import CLASS
from knowledge.classes import Class, Refused, read_code
from knowledge.records.class_doors import class_of_member, class_with_code
from knowledge.records.pupils import join

# A school day. Computers at school have many users.
STAY_SECONDS = 8 * 60 * 60
SEAT = Cookie("seat", "/chat", STAY_SECONDS)
_PURPOSE = "pupil"

# Wrong codes: a whole class mistypes less, and nobody finds one of 34 million codes in that time. The second is so
# high that it takes many addresses to keep a school out.
WRONG_PER_ADDRESS = per_hour(40, burst=40)
WRONG_BY_ALL = per_hour(5000, burst=5000)
_ALL = "all"


@dataclass(frozen=True)
class Seat:
    """Where a pupil sits: a room, and the class that it belongs to; None while the database is away."""

    room: Room
    school_class: Class | None


@dataclass(frozen=True)
class Entrance:
    """Lets pupils in, and knows them again."""

    home: Home
    rooms: Rooms
    _doorway: asyncio.Lock = field(default_factory=asyncio.Lock)
    _wrong: Pace = field(default_factory=lambda: Pace.of(WRONG_PER_ADDRESS))
    _wrong_by_all: Pace = field(default_factory=lambda: Pace.of(WRONG_BY_ALL))

    @property
    def pages(self) -> Pages:
        """The pages of the site."""
        return self.home.pages

    async def join(self, request: Request) -> Response:
        """Let a pupil in by a code, or say why not."""
        form = await self.pages.forms.read(request)
        typed = form.one("code")[:100]
        sender = sender_of(request)
        if self._wrong.is_spent(sender) or self._wrong_by_all.is_spent(_ALL):
            return self._refuse(request, typed, Refused.PAUSED)
        if not self.rooms.is_ready:
            raise RefusedError(503)
        chat_id = new_chat_id()
        joined = await self._join(chat_id, typed)
        if isinstance(joined, Refused):
            if joined in {Refused.UNKNOWN, Refused.CLOSED}:
                self._wrong.wait(sender)
                self._wrong_by_all.wait(_ALL)
            return self._refuse(request, typed, joined)
        response = RedirectResponse("/chat", HTTPStatus.SEE_OTHER)
        content = {"chat": chat_id, "class": joined.id}
        SEAT.give(response, self.pages.forms.seals.seal(_PURPOSE, content), secure=self.pages.secure)
        return response

    async def seat_of(self, request: Request) -> Seat:
        """Give the seat of the pupil who asks.

        Raises:
            RefusedError: they have none, or the class is over.
        """
        content = self.pages.forms.seals.open(_PURPOSE, SEAT.of(request), STAY_SECONDS)
        if content is None:
            raise RefusedError(401)
        services = self.pages.services()
        found = await class_of_member(services.keeper, content["chat"], content["class"], services.now())
        if isinstance(found, Refused) and found is not Refused.AWAY:
            self.rooms.leave(content["chat"])
            raise RefusedError(401)
        if not self.rooms.is_ready:
            raise RefusedError(503)
        room = self.rooms.enter(content["chat"], self.pages.language(request))
        return Seat(room, None if isinstance(found, Refused) else found)

    async def greet(self, seat: Seat) -> None:
        """Welcome a pupil whose room is empty, as the bot does who joins."""
        if not seat.room.shown and seat.school_class:
            arriving = seat.room.person.says(f"/start {CLASS}{seat.school_class.code}")
            await self.rooms.hear(seat.room, arriving, quietly=True)

    async def _join(self, chat_id: int, typed: str) -> Class | Refused:
        """Make a chat a pupil; a code that is unknown leaves nothing in the records."""
        services, code = self.pages.services(), read_code(typed)
        if code is None:
            return Refused.UNKNOWN
        found = await class_with_code(services.keeper, code, services.now())
        if isinstance(found, Refused):
            return found
        # A class comes in all at once; a database of one file lets in one at a time.
        async with self._doorway:
            joined = await join(services.keeper, chat_id, code, services.now())
        return joined if isinstance(joined, Refused) else joined.school_class

    def _refuse(self, request: Request, typed: str, refused: Refused) -> Response:
        words = self.pages.phrases(request)
        sentences = {
            Refused.AWAY: words.preferences.unkept,
            Refused.CLOSED: words.joining.closed,
            Refused.FULL: words.joining.full,
            Refused.PAUSED: words.joining.paused,
        }
        wrong = sentences.get(refused, words.joining.unknown)
        return self.home.page(request, typed, wrong)
