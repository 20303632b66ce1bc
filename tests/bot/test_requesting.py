"""Calls over real HTTP: what is delivered, what is tried again and what never is."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from telegram import InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import Application
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.budget import Budget
from bot.offline.person import Person
from bot.offline.telegram import TOKEN
from bot.requesting import HttpRequest
from handlers.delivery import UndeliveredError
from tests.support.http_api import HttpApi, serve_http_api
from tests.support.postgres import free_port

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
SENT = b'{"ok": true, "result": true}'


@dataclass
class Server:
    """A server that does what each test wants, and counts what it got."""

    port: int = 0
    got: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot1:x/"


@asynccontextmanager
async def serving(*answers: bytes | None, port: int = 0) -> AsyncIterator[Server]:
    """Give these answers one after another, the last ever again; None breaks the connection, b"" says nothing."""
    server, left = Server(port), [*answers]

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.readuntil(b"\r\n\r\n"):
            length = next((int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")), 0)
            server.got.append(head + await reader.readexactly(length))
            answer = left.pop(0) if len(left) > 1 else left[0]
            if answer is None:
                break
            if answer:
                writer.write(answer)
        writer.close()

    async def on_connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    listening = await asyncio.start_server(on_connect, "127.0.0.1", port)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


def http(body: bytes, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


TOO_MANY = http(
    b'{"ok": false, "error_code": 429, "description": "x", "parameters": {"retry_after": 0}}', "429 Too Many Requests"
)


@pytest.fixture
async def request_() -> AsyncIterator[HttpRequest]:
    """What makes the calls; patient for a second."""
    opened = HttpRequest(8, patience=1.6)
    await opened.initialize()
    yield opened
    await opened.shutdown()


@pytest.fixture
async def api() -> AsyncIterator[HttpApi]:
    """A Bot API server on loopback."""
    async with serve_http_api() as served:
        yield served


async def test_calls_and_files_arrive_as_the_library_meant_them(api: HttpApi, request_: HttpRequest) -> None:
    person = Person(api.telegram)
    application = Application.builder().token(TOKEN).base_url(api.base_url).request(request_).updater(None).build()
    async with application:
        sent = await application.bot.send_message(person.id, "é & ü = 社会 +%")
        assert sent.text == "é & ü = 社会 +%"
        document = InputFile(b"\0\r\n--x" * 1000, 'naïve "file".pdf')
        assert (await application.bot.send_document(person.id, document, caption="é")).caption == "é"
        with pytest.raises(BadRequest):
            await application.bot.send_message(99, "x")
    assert [*api.telegram.documents.uploads.values()] == [b"\0\r\n--x" * 1000]


async def test_a_connection_is_used_again(request_: HttpRequest) -> None:
    async with serving(http(SENT)) as server:
        for _ in range(3):
            assert await request_.post(f"{server.url}sendMessage") is True
        assert len(server.got) == 3


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery"])
async def test_what_telegram_takes_later_is_sent_later(request_: HttpRequest, method: str) -> None:
    async with serving(TOO_MANY, TOO_MANY, http(SENT)) as server:
        assert await request_.post(server.url + method) is True
        assert len(server.got) == 3


# How the library tells that a name of its own will change.
@pytest.mark.filterwarnings("ignore:Deprecated since")
async def test_who_would_have_to_wait_too_long_is_told(request_: HttpRequest) -> None:
    async with serving(TOO_MANY.replace(b'": 0', b'": 9')) as server:
        with pytest.raises(RetryAfter):
            await request_.post(f"{server.url}sendMessage")
        assert len(server.got) == 1


async def test_what_nobody_can_have_got_is_sent_when_somebody_is_there(request_: HttpRequest) -> None:
    port = free_port()
    sending = asyncio.create_task(request_.post(f"http://127.0.0.1:{port}/bot1:x/sendMessage"))
    await asyncio.sleep(0.2)
    async with serving(http(SENT), port=port) as server:
        assert await sending is True
        assert len(server.got) == 1


async def test_where_nobody_comes_it_is_said_without_the_token(request_: HttpRequest) -> None:
    with pytest.raises(UndeliveredError) as failed:
        await request_.post(f"http://127.0.0.1:{free_port()}/bot1:x/sendMessage")
    assert "1:x" not in str(failed.value)


async def test_other_calls_wait_for_nobody(request_: HttpRequest) -> None:
    async with serving(TOO_MANY) as server:
        with pytest.raises(NetworkError):
            await request_.post(f"{server.url}getMe")
        assert len(server.got) == 1


@pytest.mark.parametrize("answer", [None, b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"garbage\r\n\r\n"])
async def test_what_may_have_arrived_is_not_sent_twice(request_: HttpRequest, answer: bytes | None) -> None:
    async with serving(answer) as server:
        with pytest.raises(NetworkError):
            await request_.post(f"{server.url}sendMessage", read_timeout=0.2)
        assert len(server.got) == 1


async def test_an_answer_that_does_not_come_is_a_time_out(request_: HttpRequest) -> None:
    async with serving(b"") as server:
        with pytest.raises(TimedOut):
            await request_.post(f"{server.url}sendMessage", read_timeout=0.1)
        assert len(server.got) == 1


@pytest.mark.parametrize(
    ("status", "error"), [("500 Oops", NetworkError), ("401 Unauthorized", InvalidToken), ("302 Found", NetworkError)]
)
async def test_refusals_are_the_librarys_own(request_: HttpRequest, status: str, error: type[Exception]) -> None:
    async with serving(http(b'{"ok": false, "description": "x"}', status)) as server:
        with pytest.raises(error):
            await request_.post(f"{server.url}sendMessage")
        assert len(server.got) == 1


async def test_calls_go_over_the_proxy_of_the_environment(
    request_: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(http(SENT)) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "")
        assert await request_.post("http://telegram.invalid/bot1:x/sendMessage") is True
        assert proxy.got[0].startswith(b"POST http://telegram.invalid/bot1:x/sendMessage ")


async def test_a_refused_message_lets_all_wait_and_a_long_pause_is_told_without_a_call() -> None:
    refusal = b'{"ok": false, "error_code": 429, "parameters": {"retry_after": 90}}'
    head = f"HTTP/1.1 429 Too Many Requests\r\nContent-Length: {len(refusal)}\r\n\r\n".encode()
    data = RequestData([RequestParameter.from_input("chat_id", 1), RequestParameter.from_input("text", "x")])
    async with serving(head + refusal) as server:
        request = HttpRequest(1, budget=Budget(30))
        await request.initialize()
        for name in ("sendMessage", "sendMessage", "editMessageText"):
            status, body = await request.do_request(f"{server.url}{name}", "POST", data)
            assert status == 429
            assert json.loads(body)["parameters"]["retry_after"] == 90
        # One shows that a message is coming: it is none.
        await request.do_request(f"{server.url}sendChatAction", "POST", data)
        await request.shutdown()
    assert len(server.got) == 2
