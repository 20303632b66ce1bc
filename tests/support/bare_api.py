"""A Bot API that checks nothing, so that a benchmark measures the bot: it hands out updates and takes every call."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from bot.offline.telegram import OfflineTelegram

_ME = OfflineTelegram().bot
_MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "from": _ME, "text": "x"}
MOST = 100


@dataclass
class BareApi:
    """Serves on loopback. `sent` counts messages; `done` is set at the last, `began` and `ended` tell when."""

    updates: Sequence[dict[str, Any]]
    sent: int = 0
    began: float = 0.0
    ended: float = 0.0
    url: str = ""
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def __aenter__(self) -> Self:
        """Serve."""
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/bot"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        self._server.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
                )
                body = await reader.readexactly(length)
                target = urlsplit(head.split(b" ", 2)[1].decode())
                asked = parse_qs(target.query) or _read(body)
                answer = json.dumps({"ok": True, "result": await self._result(target.path, asked)}).encode()
                writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer)
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            writer.close()

    async def _result(self, path: str, asked: dict[str, list[str]]) -> Any:
        match path.rsplit("/", 1)[-1].lower():
            case "getme":
                return _ME
            case "getupdates":
                return await self._updates(int(asked.get("offset", ["0"])[0]))
            case "sendmessage":
                self._count()
                return _MESSAGE
        return True

    async def _updates(self, offset: int) -> Sequence[dict[str, Any]]:
        self.began = self.began or time.perf_counter()
        if waiting := self.updates[max(offset - 1, 0) : max(offset - 1, 0) + MOST]:
            return waiting
        await asyncio.sleep(1)
        return []

    def _count(self) -> None:
        self.sent += 1
        if self.sent == len(self.updates):
            self.ended = time.perf_counter()
            self.done.set()


def _read(body: bytes) -> dict[str, list[str]]:
    """Read what a call asks: plain PTB writes forms, the bot JSON."""
    if body.startswith(b"{"):
        return {name: [value] for name, value in json.loads(body).items()}
    return parse_qs(body.decode("utf-8", "replace"))


def updates_of(texts: Sequence[str], chats: int) -> list[dict[str, Any]]:
    """Make an update of each text, the chats taking turns; their numbers begin with one."""
    found = []
    for number, text in enumerate(texts, start=1):
        who = 1 + number % chats
        person = {"id": who, "is_bot": False, "first_name": "Person", "language_code": "en"}
        chat = {"id": who, "type": "private", "first_name": "Person"}
        message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
        found.append({"update_id": number, "message": message})
    return found
