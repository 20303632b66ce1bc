"""Pages beside the bot, in the process in which it runs."""

import asyncio
import os
import pty
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.offline.person import Person
from tests.support.command_line import CommandLine
from tests.support.http_api import HttpApi, serve_http_api
from tests.support.packs import write_pack
from tests.support.processes import start_bot, stop_bot


@pytest.fixture
async def api() -> AsyncIterator[HttpApi]:
    """A Bot API server on loopback."""
    async with serve_http_api() as served:
        yield served


@pytest.fixture
def address() -> str:
    """A host and a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


async def page_at(address: str) -> httpx.Response:
    """Ask for the first page until it comes."""
    async with asyncio.timeout(60), httpx.AsyncClient(trust_env=False) as client:
        while True:
            try:
                return await client.get(f"http://{address}/")
            except httpx.ConnectError:
                await asyncio.sleep(0.05)


async def test_pages_are_served_while_the_bot_polls_and_end_with_it(api: HttpApi, address: str, tmp_path: Path) -> None:
    process = await start_bot(tmp_path, api.base_url, NUANCEBOT_WEB_ADDRESS=address)
    assert (await page_at(address)).status_code == 200
    await api.until_called("setmycommands", times=3)
    Person(api.telegram, language_code="en").says("tell me of honey comb")
    await api.until_called("sendmessage")
    log = await stop_bot(process)
    assert f"serving web pages at http://{address}" in log
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(*address.split(":"))


async def test_pages_are_served_while_telegram_is_away(address: str, tmp_path: Path) -> None:
    process = await start_bot(tmp_path, "http://127.0.0.1:9/bot", NUANCEBOT_WEB_ADDRESS=address)
    assert (await page_at(address)).status_code == 200
    assert "Traceback" not in await stop_bot(process)


def test_an_address_that_is_taken_is_one_clear_line(command_line: CommandLine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        finished = command_line.run("chat", NUANCEBOT_WEB_ADDRESS=address)
    assert finished.exit_code == 1
    reason = f"NUANCEBOT_WEB_ADDRESS: can't listen at {address} (Address already in use)"
    assert finished.stderr.splitlines()[-1] == reason


@dataclass
class Terminal:
    """The end of a terminal at which a person sits: `shown` is what was not read yet."""

    end: int
    shown: str = ""

    async def until(self, words: str) -> None:
        """Read what is shown up to certain words."""
        loop, more = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self.end, more.set)
        try:
            async with asyncio.timeout(60):
                while words not in self.shown:
                    await more.wait()
                    more.clear()
                    self.shown += os.read(self.end, 4096).decode(errors="replace")
        finally:
            loop.remove_reader(self.end)
        self.shown = self.shown.partition(words)[2]

    def types(self, text: str) -> None:
        """Type something."""
        os.write(self.end, text.encode())


@asynccontextmanager
async def at_a_terminal(folder: Path, address: str) -> AsyncIterator[Terminal]:
    """Run `nuancebot chat` at a terminal of its own."""
    ours, theirs = pty.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "NUANCEBOT_DATA": str(folder / "data"),
        "NUANCEBOT_PACK": str(write_pack(folder / "pack")),
        "NUANCEBOT_WEB_ADDRESS": address,
        "TERM": "dumb",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "chat",
        env=environment,
        cwd=Path(__file__).parents[3],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Terminal(ours)
        async with asyncio.timeout(60):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        os.close(ours)


@pytest.mark.parametrize("leaving", ["/quit\n", "\x04"], ids=["quit", "end of input"])
async def test_pages_are_served_while_a_terminal_waits_for_a_line(address: str, tmp_path: Path, leaving: str) -> None:
    async with at_a_terminal(tmp_path, address) as terminal:
        await terminal.until("> ")
        assert (await page_at(address)).status_code == 200
        terminal.types("tell me of honey comb\n")
        await terminal.until("something of honey")
        await terminal.until("> ")
        terminal.types(leaving)
