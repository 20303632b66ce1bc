"""The local chat: a terminal on the same application and handlers, through a Telegram in the process."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.inbox.core import Core
from bot.offline.person import Person
from bot.offline.refusals import RefusedError
from bot.offline.telegram import Call, OfflineTelegram
from handlers.context import App

Data = dict[str, Any]
Prompt = Callable[[], Awaitable[str | None]]

_QUOTED = "dim"
_STYLES = {
    "bold": "bold",
    "italic": "italic dim",
    "text_link": "underline",
    "blockquote": _QUOTED,
    "expandable_blockquote": _QUOTED,
}
_SHOWN = {"sendmessage", "editmessagetext", "editmessagereplymarkup", "sendphoto", "senddocument", "sendpoll"}
# How far a quotation stands from the left.
_INDENT = 4
# Of the number of a choice.
MOST_DIGITS = 2
LEAVING = frozenset({"/quit", "/exit", "/stop"})


class LocalChat:
    """One person in one private chat. Buttons, and what a poll offers, are numbered; typing a number takes one."""

    def __init__(self, application: App, telegram: OfflineTelegram, person: Person, console: Console) -> None:
        """Take the application, the Telegram that it calls, the person who types, and where to show things."""
        self._core = Core(application)
        self._telegram = telegram
        self._person = person
        self._console = console
        self._choices: list[Callable[[], Data]] = []

    async def run(self, prompt: Prompt) -> None:
        """Chat until the input ends or the person leaves."""
        await self.hear(self._person.says("/start"))
        while (line := await prompt()) is not None and line.strip() not in LEAVING:
            if line.strip():
                await self.hear(self.understand(line.strip()))

    def understand(self, line: str) -> Data:
        """Read a line as a numbered choice, or else as a message; in a poll there is one vote."""
        if line.isdecimal() and len(line) <= MOST_DIGITS and 1 <= int(line) <= len(self._choices):
            try:
                return self._choices[int(line) - 1]()
            except RefusedError:
                return self._person.says(line)
        return self._person.says(line)

    async def hear(self, raw: Data) -> None:
        """Let the application handle an update, and show what it said."""
        before = len(self._telegram.calls)
        await self._core.answer(raw)
        self._show(self._telegram.calls[before:])

    def _show(self, calls: Iterable[Call]) -> None:
        for call in calls:
            if call.method in _SHOWN:
                message = call.result
                self._console.print(Panel(laid_out(message), border_style="cyan", padding=(0, 1), expand=False))
                self._show_buttons(message)

    def _show_buttons(self, message: Data) -> None:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        # What leads to an address leads to Telegram, where this chat is not.
        buttons = [button for row in rows for button in row if "callback_data" in button]
        options = message.get("poll", {}).get("options", [])
        self._choices = [
            *(partial(self._person.votes, message, number) for number in range(len(options))),
            *(partial(self._person.taps, message, button["callback_data"]) for button in buttons),
        ]
        for number, choice in enumerate([*options, *buttons], start=1):
            self._console.print(Text.assemble((f" {number:>2} ", "bold cyan"), choice["text"]))


def laid_out(message: Data) -> Group:
    """Give a message as it is shown: its picture or file named above its caption, quotations indented."""
    parts: list[Text | Padding] = []
    if named := _file_in(message):
        parts.append(Text(named, style="magenta"))
        message = {"text": message.get("caption", ""), "entities": message.get("caption_entities", [])}
    if "poll" in message:
        message = {"text": message["poll"]["question"], "entities": message["poll"].get("question_entities", [])}
    text = styled(message)
    quoted = [(span.start, span.end) for span in text.spans if span.style == _QUOTED]
    done = 0
    for start, end in quoted:
        parts += [_trimmed(text[done:start]), Padding(text[start:end], (0, 0, 0, _INDENT))]
        done = end
    return Group(*parts, _trimmed(text[done:]))


def _file_in(message: Data) -> str | None:
    """Name what a message carries besides words, if it carries anything."""
    if "photo" in message:
        largest = message["photo"][-1]
        return f"[picture: {largest['width']} by {largest['height']}]"
    if "document" in message:
        return f"[file: {message['document']['file_name']}]"
    return None


def _trimmed(text: Text) -> Text:
    """Give a text without the line breaks that a quotation beside it makes anyway."""
    plain = text.plain
    return text[len(plain) - len(plain.removeprefix("\n")) : len(plain.removesuffix("\n"))]


def styled(message: Data) -> Text:
    """Give a message's text with its markup as terminal styles, and the address of a link behind it."""
    units = message["text"].encode("utf-16-le")
    placed = [(entity, *_characters(units, entity)) for entity in message["entities"]]
    links = [(end, f" <{entity['url']}>") for entity, _, end in placed if "url" in entity]
    text = Text(message["text"])
    for end, address in sorted(links, reverse=True):
        text = Text.assemble(text[:end], (address, "blue"), text[end:])
    for entity, start, end in placed:
        ahead, within = (sum(len(address) for place, address in links if place < limit) for limit in (start + 1, end))
        text.stylize(_STYLES.get(entity["type"], ""), start + ahead, end + within)
    return text


def _characters(units: bytes, entity: Data) -> tuple[int, int]:
    """Give the first character of an entity and the one behind its last."""
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return len(units[: 2 * start].decode("utf-16-le")), len(units[: 2 * end].decode("utf-16-le"))


async def read_line(console: Console) -> str | None:
    """Ask for a line; None at the end of the input and at Ctrl-C.

    It holds up the event loop, which has nothing to do meanwhile; a thread would hold up the end of the process.
    """
    try:
        return console.input("[bold green]> [/]")
    except (EOFError, KeyboardInterrupt):
        return None


async def read_line_beside(console: Console) -> str | None:
    """Ask for a line at a terminal while other things go on; None at the end of the input and at Ctrl-C."""
    loop = asyncio.get_running_loop()
    there_is_a_line: asyncio.Future[bool] = loop.create_future()

    def settle(*, line: bool) -> None:
        if not there_is_a_line.done():
            there_is_a_line.set_result(line)

    # A terminal can be read when a whole line is there.
    loop.add_reader(sys.stdin, partial(settle, line=True))
    loop.add_signal_handler(signal.SIGINT, partial(settle, line=False))
    console.print("[bold green]> [/]", end="")
    try:
        return console.input() if await there_is_a_line else None
    except EOFError:
        return None
    finally:
        loop.remove_reader(sys.stdin)
        loop.remove_signal_handler(signal.SIGINT)
