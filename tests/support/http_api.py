"""The in-process Telegram behind a real HTTP server on loopback, for a bot that runs in a process of its own."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes
from http import HTTPStatus
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.offline.documents import Upload
from bot.offline.telegram import TOKEN, OfflineTelegram


@dataclass
class HttpApi:
    """A Bot API server: its base URL as the settings want it, and how long it takes over sending a message."""

    telegram: OfflineTelegram
    base_url: str = ""
    seconds_per_message: float = 0.0

    async def answer(self, request: Request) -> JSONResponse:
        """Take a call over HTTP."""
        if request.path_params["token"] != TOKEN:
            refusal = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return JSONResponse(refusal, HTTPStatus.UNAUTHORIZED)
        method = request.path_params["method"]
        if method.lower() == "sendmessage":
            await asyncio.sleep(self.seconds_per_message)
        form, files = read_form(request.headers.get("content-type", ""), await request.body())
        status, body = await self.telegram.call(method, {**request.query_params} | form, files)
        return JSONResponse(body, status)

    async def until_called(self, method: str, times: int = 1) -> None:
        """Wait until the bot has called a method so often."""
        async with asyncio.timeout(60):
            while sum(call.method == method for call in self.telegram.calls) < times:
                await asyncio.sleep(0.01)

    def said(self) -> list[str]:
        """List the texts of the messages that the bot sent."""
        return [call.result["text"] for call in self.telegram.calls if call.method == "sendmessage"]


def read_form(content_type: str, body: bytes) -> tuple[dict[str, str], dict[str, bytes]]:
    """Read the fields and the files of a form, whichever way it was written."""
    if content_type == "application/json":
        return json.loads(body), {}
    if not content_type.startswith("multipart/"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True)), {}
    form: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for part in message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body).walk():
        name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            if file_name := part.get_filename():
                files[name] = Upload(content, file_name)
            else:
                form[name] = content.decode()
    return form, files


@asynccontextmanager
async def serve_http_api() -> AsyncIterator[HttpApi]:
    """Serve a fresh Telegram on a free port of loopback."""
    api = HttpApi(OfflineTelegram())
    routes = [Route("/bot{token}/{method}", api.answer, methods=["GET", "POST"])]
    config = uvicorn.Config(Starlette(routes=routes), port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    api.base_url = f"http://127.0.0.1:{port}/bot"
    yield api
    server.should_exit = True
    server.force_exit = True
    await running
