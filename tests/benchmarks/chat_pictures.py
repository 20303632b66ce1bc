"""Draws the README's pictures of conversations: real replies of the bot on a phone, and in a terminal.

Run it after answers or buttons changed: `python -m tests.benchmarks.chat_pictures [FOLDER]`. Look at each of them.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from html import escape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import ViewportSize
from rich.console import Console

from bot.app import build_application, build_knowledge, build_services, offline_builder
from bot.console import LocalChat
from bot.offline.person import Person
from bot.offline.request import OfflineRequest
from bot.offline.telegram import TOKEN, OfflineTelegram
from bot.settings import read_settings
from handlers.context import Services
from knowledge.languages import Language
from tests.support.chromium import chromium
from tests.support.stage import open_stage

Data = dict[str, Any]

# What is typed, by the name of the picture.
ON_A_PHONE: dict[str, tuple[Language, tuple[str, ...]]] = {
    "chat-answer.en": ("en", ("so does everyone in china have a score??",)),
    "chat-further.nl": ("nl", ("wat levert een hoge score in rongcheng op", "en bij alibaba?")),
    "chat-asks-back.en": ("en", ("camera", "the first one")),
}
IN_A_TERMINAL: dict[str, tuple[Language, tuple[str, ...]]] = {
    "chat-terminal.en": ("en", ("do the cameras in shenzhen work", "who says so")),
}
# A phone of today, in CSS pixels, and the characters of a narrow terminal.
PHONE: ViewportSize = {"width": 390, "height": 844}
SCREEN: ViewportSize = {"width": 1160, "height": 1100}
COLUMNS = 92
COLOURS = 96
# Scrolls as a phone does: what was typed last stands in view, with some of what was before it.
TO_THE_LAST = "window.scrollTo(0, [...document.querySelectorAll('.person')].pop().offsetTop - 330)"

_TAGS = {
    "bold": "b",
    "italic": "i",
    "text_link": "a",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_STYLE = """
body { margin: 0; background: #d5e3ee; font: 15px/1.35 "Noto Sans", "DejaVu Sans", sans-serif; color: #111; }
header { position: sticky; top: 0; background: #fff; padding: 10px 16px; border-bottom: 1px solid #c3d0da; }
header { font-weight: 600; }
main { padding: 8px; }
.said { border-radius: 14px; padding: 8px 12px; margin: 6px 0; white-space: pre-wrap; max-width: 330px; }
.bot { background: #fff; } .person { background: #dff5d0; margin-left: auto; width: fit-content; }
.buttons { max-width: 354px; margin: -2px 0 8px; } .row { display: flex; gap: 4px; margin: 4px 0; }
.button { flex: 1; background: #a9bfd1; border-radius: 8px; padding: 7px 6px; text-align: center; font-size: 13px; }
.button { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: #0d2536; }
blockquote { margin: 4px 0; padding: 4px 8px; border-left: 3px solid #4a7fa7; background: #eef4f9; border-radius: 4px; }
blockquote.folded { max-height: 3.9em; overflow: hidden; }
"""


def as_html(message: Data) -> str:
    """Give a message's text with its markup; what waits for a tap to unfold is shown folded."""
    units = message["text"].encode("utf-16-le")
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in message.get("entities", []):
        tag = _TAGS.get(entity["type"])
        if tag:
            folded = ' class="folded"' if entity["type"] == "expandable_blockquote" else ""
            opening.setdefault(entity["offset"], []).append(f"<{tag}{folded}>")
            closing.setdefault(entity["offset"] + entity["length"], []).insert(0, f"</{tag}>")
    parts = []
    for place in range(len(units) // 2 + 1):
        parts += [*closing.get(place, ()), *opening.get(place, ())]
        parts.append(units[2 * place : 2 * place + 2].hex() if place < len(units) // 2 else "")
    return _decoded(parts)


def _decoded(parts: Iterable[str]) -> str:
    """Put code units back together between the tags."""
    html, units = [], b""
    for part in [*parts, "<>"]:
        if part.startswith("<"):
            html.append(escape(units.decode("utf-16-le")))
            html.append(part.replace("<>", ""))
            units = b""
        else:
            units += bytes.fromhex(part)
    # A quotation stands on lines of its own, whatever surrounds it.
    return "".join(html).replace("\n\n<blockquote", "\n<blockquote").replace("</blockquote>\n\n", "</blockquote>\n")


def bubble(message: Data) -> str:
    """Give a message of the bot, with its buttons under it."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    drawn = ("".join(f'<div class="button">{escape(button["text"])}</div>' for button in row) for row in rows)
    below = "".join(f'<div class="row">{row}</div>' for row in drawn)
    return f'<div class="said bot">{as_html(message)}</div><div class="buttons">{below}</div>'


async def on_a_phone(services: Services, language: Language, typed: Sequence[str]) -> str:
    """Hold a conversation and give it as a page."""
    stage = await open_stage(services, language)
    shown = []
    for text in typed:
        shown += [f'<div class="said person">{escape(text)}</div>', bubble(await stage.says(text))]
    name = escape(services.library.face(language).name)
    return f"<style>{_STYLE}</style><header>{name}</header><main>{''.join(shown)}</main>"


async def in_a_terminal(services: Services, language: Language, typed: Sequence[str]) -> str:
    """Hold a conversation in the local chat and give it as a page."""
    telegram = OfflineTelegram()
    application = build_application(services, offline_builder(OfflineRequest(telegram), TOKEN))
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    async with application:
        chat = LocalChat(application, telegram, Person(telegram, language_code=language), console)
        for line in typed:
            console.print(f"[bold]>[/] {line}")
            await chat.hear(chat.understand(line))
    return f"<style>body {{ margin: 0 }}</style>{console.export_svg(title='nuancebot chat')}"


@asynccontextmanager
async def nobody_known() -> AsyncIterator[Services]:
    """Give everything that answers, with records of its own in which nobody spoke before."""
    settings = read_settings()
    knowledge = build_knowledge(settings)
    with tempfile.TemporaryDirectory() as data:
        services = build_services(settings.model_copy(update={"nuancebot_data": Path(data)}), knowledge)
        yield services
        await services.keeper.close()


async def held(name: str) -> str:
    """Hold a conversation and give it as a page."""
    async with nobody_known() as services:
        if name in ON_A_PHONE:
            return await on_a_phone(services, *ON_A_PHONE[name])
        return await in_a_terminal(services, *IN_A_TERMINAL[name])


async def draw(folder: Path) -> None:
    """Hold every conversation and write each as a PNG into a folder."""
    pages = {name: await held(name) for name in (*ON_A_PHONE, *IN_A_TERMINAL)}
    async with chromium() as browser:
        for name, page in pages.items():
            phone = name in ON_A_PHONE
            window = await browser.new_page(viewport=PHONE if phone else SCREEN, device_scale_factor=2 if phone else 1)
            await window.set_content(page)
            if phone:
                await window.evaluate(TO_THE_LAST)
            shot = window if phone else window.locator("svg")
            small = Image.open(BytesIO(await shot.screenshot())).convert("RGB").quantize(COLOURS)
            small.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1] if len(sys.argv) > 1 else ".github/pictures")))
