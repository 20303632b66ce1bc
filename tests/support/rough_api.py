"""A Bot API that can be in trouble: calls end in errors, silence and nonsense, some after they were done."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bot.offline.telegram import OfflineTelegram
from tests.support.http_api import HttpApi, read_form

# How long a call gets no answer.
STALL_SECONDS = 30.0
# How long Telegram wants to be left alone.
PAUSE_SECONDS = 1


class Trouble(Enum):
    """How a call ends: with an error of the server, a refusal, a broken connection, silence, no JSON, or other JSON."""

    FAILED = auto()
    TOO_MANY = auto()
    RESET = auto()
    SILENCE = auto()
    GARBAGE = auto()
    OTHER_JSON = auto()


OTHER_JSON: Sequence[Any] = (None, [], 7, {}, {"ok": True}, {"ok": True, "result": 7}, {"ok": True, "result": {}})


@dataclass
class RoughApi(HttpApi):
    """Serves on loopback; while there are `troubles`, each call ends in one of them.

    Of messages that do, but for those that are refused, every other one reaches its chat all the same: `doubtful` are
    the chats of them all, as the bot can't tell which.
    """

    troubles: Sequence[Trouble] = ()
    doubtful: set[int] = field(default_factory=set)
    troubled: int = 0

    @contextmanager
    def in_trouble(self, *troubles: Trouble) -> Iterator[None]:
        """Be in trouble for a while, in any way if none is named."""
        self.troubles = troubles or [*Trouble]
        try:
            yield
        finally:
            self.troubles = ()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take the calls of a connection."""
        try:
            while await self._talk_once(reader, writer):
                pass
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.transport.abort()

    async def _talk_once(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        body = await reader.readexactly(int(fields.get("content-length", "0")))
        target = urlsplit(head.split(" ", 2)[1])
        form, files = read_form(fields.get("content-type", ""), body)
        form |= dict(parse_qsl(target.query))
        answer = await self._answer(target.path.rsplit("/", 1)[-1], form, files)
        if answer is None:
            return False
        status, content = answer
        writer.write(f"HTTP/1.1 {status.value} X\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content)
        return True

    async def _answer(
        self, method: str, form: dict[str, str], files: dict[str, bytes]
    ) -> tuple[HTTPStatus, bytes] | None:
        if self.troubles:
            return await self._fail(random.choice(self.troubles), method, form, files)  # noqa: S311
        if method.lower() == "sendmessage":
            await asyncio.sleep(self.seconds_per_message)
        status, told = await self.telegram.call(method, form, files)
        return status, json.dumps(told).encode()

    async def _fail(
        self, trouble: Trouble, method: str, form: dict[str, str], files: dict[str, bytes]
    ) -> tuple[HTTPStatus, bytes] | None:
        self.troubled += 1
        if trouble is Trouble.TOO_MANY:
            refusal = {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": PAUSE_SECONDS}}
            return HTTPStatus.TOO_MANY_REQUESTS, json.dumps(refusal).encode()
        if method.lower() == "sendmessage":
            self.doubtful.add(int(form["chat_id"]))
            if self.troubled % 2:
                await self.telegram.call(method, form, files)
        match trouble:
            case Trouble.FAILED:
                return HTTPStatus.BAD_GATEWAY, b"<html>Bad Gateway</html>"
            case Trouble.GARBAGE:
                return HTTPStatus.OK, random.randbytes(200)  # noqa: S311
            case Trouble.OTHER_JSON:
                return HTTPStatus.OK, json.dumps(random.choice(OTHER_JSON)).encode()  # noqa: S311
            case Trouble.SILENCE:
                await asyncio.sleep(STALL_SECONDS)
        return None


@asynccontextmanager
async def serve_rough_api() -> AsyncIterator[RoughApi]:
    """Serve a fresh Telegram on a free port of loopback, in no trouble yet."""
    api = RoughApi(OfflineTelegram())
    talking: set[asyncio.Task[Any]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        talking.add(task)
        await api.talk(reader, writer)
        talking.discard(task)

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    api.base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"
    try:
        yield api
    finally:
        server.close()
        for task in [*talking]:
            task.cancel()
