"""The local chat: a terminal on the same application and handlers, through a Telegram in the process."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.text import Text
from telegram import Update

from bot.offline.person import Person
from bot.offline.telegram import Call, OfflineTelegram
from handlers.context import App

Data = dict[str, Any]
Prompt = Callable[[], Awaitable[str | None]]

_STYLES = {"bold": "bold", "italic": "italic dim", "text_link": "underline", "expandable_blockquote": "dim"}
_SHOWN = {"sendmessage", "editmessagetext"}
# Of the number of a choice.
MOST_DIGITS = 2
LEAVING = frozenset({"/quit", "/exit", "/stop"})


class LocalChat:
    """One person in one private chat. Buttons are numbered; typing a number taps one."""

    def __init__(self, application: App, telegram: OfflineTelegram, person: Person, console: Console) -> None:
        """Take the application, the Telegram that it calls, the person who types, and where to show things."""
        self._application = application
        self._telegram = telegram
        self._person = person
        self._console = console
        self._choices: list[tuple[Data, str]] = []

    async def run(self, prompt: Prompt) -> None:
        """Chat until the input ends or the person leaves."""
        await self.hear(self._person.says("/start"))
        while (line := await prompt()) is not None and line.strip() not in LEAVING:
            if line.strip():
                await self.hear(self.understand(line.strip()))

    def understand(self, line: str) -> Data:
        """Read a line as a tap on a numbered button, or else as a message."""
        if line.isdecimal() and len(line) <= MOST_DIGITS and 1 <= int(line) <= len(self._choices):
            return self._person.taps(*self._choices[int(line) - 1])
        return self._person.says(line)

    async def hear(self, raw: Data) -> None:
        """Let the application handle an update, and show what it said."""
        before = len(self._telegram.calls)
        await self._application.process_update(Update.de_json(raw, self._application.bot))
        self._show(self._telegram.calls[before:])

    def _show(self, calls: Iterable[Call]) -> None:
        for call in calls:
            if call.method in _SHOWN:
                message = call.result
                self._console.print(Panel(styled(message), border_style="cyan", padding=(0, 1), expand=False))
                self._show_buttons(message)

    def _show_buttons(self, message: Data) -> None:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button for row in rows for button in row]
        self._choices = [(message, button["callback_data"]) for button in buttons]
        for number, button in enumerate(buttons, start=1):
            self._console.print(Text.assemble((f" {number:>2} ", "bold cyan"), button["text"]))


def styled(message: Data) -> Text:
    """Give a message's text with its markup as terminal styles, and the address of a link behind it."""
    units = message["text"].encode("utf-16-le")
    text = Text(message["text"])
    links = []
    for entity in message["entities"]:
        start = len(units[: 2 * entity["offset"]].decode("utf-16-le"))
        end = start + len(units[2 * entity["offset"] :][: 2 * entity["length"]].decode("utf-16-le"))
        text.stylize(_STYLES.get(entity["type"], ""), start, end)
        if entity["type"] == "text_link":
            links.append((end, entity["url"]))
    for end, address in sorted(links, reverse=True):
        text = Text.assemble(text[:end], (f" <{address}>", "blue"), text[end:])
    return text


async def read_line(console: Console) -> str | None:
    """Ask for a line; None at the end of the input and at Ctrl-C.

    It holds up the event loop, which has nothing to do meanwhile; a thread would hold up the end of the process.
    """
    try:
        return console.input("[bold green]> [/]")
    except (EOFError, KeyboardInterrupt):
        return None
