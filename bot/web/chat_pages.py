"""The chat in a browser: what pupils type, tap and vote goes to the same handlers, and comes back as it is answered."""

import asyncio
import mimetypes
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from throttled import per_min

from bot.offline.refusals import RefusedError as OfflineRefusedError
from bot.web.bubbles import Bubble, bubble, offers
from bot.web.forms import Form
from bot.web.pace import Pace
from bot.web.pages import Pages
from bot.web.pupils import SEAT, Entrance, Seat
from bot.web.rooms import Data, Room, Rooms, Shown
from bot.web.shielding import RefusedError
from bot.web.streams import Event, Streams
from knowledge.records.pupils import leave

# As Telegram has it.
LONGEST = 4096
# Of one pupil: what they type, tap and vote.
PER_PUPIL = per_min(30, burst=12)
# What a page sends by itself says so, and gets no page back.
QUIET = "x-quiet"


@dataclass(frozen=True)
class ChatPages:
    """The pages of the chat."""

    pages: Pages
    rooms: Rooms
    entrance: Entrance
    streams: Streams
    _pace: Pace = field(default_factory=lambda: Pace.of(PER_PUPIL))

    @property
    def routes(self) -> list[BaseRoute]:
        """Where they are."""
        return [
            Route("/chat", self.show),
            Route("/chat/join", self.entrance.join, methods=["POST"]),
            Route("/chat/say", self.say, methods=["POST"]),
            Route("/chat/tap", self.tap, methods=["POST"]),
            Route("/chat/vote", self.vote, methods=["POST"]),
            Route("/chat/leave", self.leave, methods=["POST"]),
            Route("/chat/news", self.news),
            Route("/chat/picture/{id}", self.picture),
            Route("/chat/file/{id}", self.file),
        ]

    async def show(self, request: Request) -> Response:
        """Show a room as it stands."""
        seat = await self.entrance.seat_of(request)
        await self.entrance.greet(seat)
        bubbles = [self._bubble(seat.room, shown) for shown in seat.room.shown.values()]
        return self.pages.show(
            request,
            "chat.html",
            bubbles=bubbles,
            stamp=seat.room.stamp,
            school_class=seat.school_class,
            longest=LONGEST,
        )

    async def say(self, request: Request) -> Response:
        """Hear what was typed."""
        seat, form = await self._heard(request)
        text = _typed(form.one("text"))
        if text:
            await self.rooms.hear(seat.room, seat.room.person.says(text))
        return _back(request)

    async def tap(self, request: Request) -> Response:
        """Follow a button, if there is one like that under the message."""
        seat, form = await self._heard(request)
        number, _, data = form.one("tap").partition(":")
        message = _message(seat.room, number)
        if message and offers(message, data):
            await self.rooms.hear(seat.room, seat.room.person.taps(message, data))
        return _back(request)

    async def vote(self, request: Request) -> Response:
        """Count a vote; one that Telegram would not take changes nothing."""
        seat, form = await self._heard(request)
        message = _message(seat.room, form.one("poll"))
        options = [int(option) for option in form.all("option") if option.isdecimal() and len(option) <= 2]  # noqa: PLR2004
        if message and "poll" in message and options:
            with suppress(OfflineRefusedError):
                await self.rooms.hear(seat.room, seat.room.person.votes(message, *options))
        return _back(request)

    async def leave(self, request: Request) -> Response:
        """Leave the class and forget the room; the next one at this computer begins anew."""
        await self.pages.forms.read(request)
        seat = await self.entrance.seat_of(request)
        if seat.school_class:
            await leave(self.pages.services().keeper, seat.room.person.id, seat.school_class.id)
        self.rooms.leave(seat.room.person.id)
        response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        SEAT.take_back(response, secure=self.pages.secure)
        return response

    async def news(self, request: Request) -> Response:
        """Send what comes into a room, as it comes."""
        seat = await self.entrance.seat_of(request)
        heard = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return self.streams.respond(self._news(request, seat.room, int(heard) if heard.isdecimal() else 0))

    async def picture(self, request: Request) -> Response:
        """Give a picture that is shown in the room."""
        seat, wanted = await self.entrance.seat_of(request), request.path_params["id"]
        there = any(
            size["file_id"] == wanted for shown in seat.room.shown.values() for size in shown.message.get("photo", ())
        )
        content = self.rooms.telegram.photos.uploads.get(wanted) if there else None
        if content is None:
            raise RefusedError(404)
        return Response(content, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})

    async def file(self, request: Request) -> Response:
        """Give a file that came into the room, to be kept."""
        seat, wanted = await self.entrance.seat_of(request), request.path_params["id"]
        files = [shown.message["document"] for shown in seat.room.shown.values() if "document" in shown.message]
        name = next((file["file_name"] for file in files if file["file_id"] == wanted), None)
        content = self.rooms.telegram.documents.uploads.get(wanted)
        if name is None or content is None:
            raise RefusedError(404)
        kept = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
        return Response(content, media_type=mimetypes.guess_type(name)[0] or "application/octet-stream", headers=kept)

    async def _heard(self, request: Request) -> tuple[Seat, Form]:
        """Read what a pupil sent.

        Raises:
            RefusedError: it is not theirs to send, or comes too fast.
        """
        form = await self.pages.forms.read(request)
        seat = await self.entrance.seat_of(request)
        if wait := self._pace.wait(str(seat.room.person.id)):
            raise RefusedError(429, wait)
        return seat, form

    async def _news(self, request: Request, room: Room, stamp: int) -> AsyncIterator[Event]:
        listener = asyncio.Event()
        room.listeners.add(listener)
        try:
            while not room.is_over:
                for shown in room.since(stamp):
                    stamp = max(stamp, shown.stamp)
                    html = self.pages.fragment(request, "bubble.html", bubble=self._bubble(room, shown))
                    yield Event("bubble", {"id": f"m{shown.message['message_id']}", "html": html}, shown.stamp)
                await listener.wait()
                listener.clear()
        finally:
            room.listeners.discard(listener)

    def _bubble(self, room: Room, shown: Shown) -> Bubble:
        poll = shown.message.get("poll")
        return bubble(shown, self.rooms.telegram.polls.votes.get((poll["id"], room.person.id)) if poll else None)


def _typed(text: str) -> str:
    """Give what was typed without what nobody types."""
    text = text.replace("\r\n", "\n")
    return "".join(character for character in text if character.isprintable() or character in "\n\t").strip()[:LONGEST]


def _message(room: Room, number: str) -> Data | None:
    shown = room.shown.get(int(number)) if number.isdecimal() and len(number) < 20 else None  # noqa: PLR2004
    return shown.message if shown else None


def _back(request: Request) -> Response:
    """Show the room again, at its end; a page that listens sees it by itself."""
    if QUIET in request.headers:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return RedirectResponse("/chat#end", HTTPStatus.SEE_OTHER)
