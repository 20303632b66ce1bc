"""Sends pictures: drawn once, kept at Telegram, and the same in words where no picture can or should be."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from telegram import InputFile, Message, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden

from handlers.context import Context
from handlers.in_browser import is_in_browser
from handlers.liking import liked_by
from handlers.replies import Reply
from handlers.talk import chat_of, place_of, send
from knowledge.drawing.painting import png
from knowledge.drawing.shapes import Drawing
from knowledge.records.keeper import Keeper
from knowledge.records.pictures import file_id_of, forget_file_id, keep_file_id

logger = logging.getLogger(__name__)

Draw: TypeAlias = Callable[[], Drawing]
# Sends a picture, given the id under which Telegram has it or the picture itself.
Sender: TypeAlias = Callable[[str | InputFile], Awaitable[Message]]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a picture shows, told: under it, in its place where it can't be sent, and for who wants no pictures.

    The buttons of `in_words` stand under the picture too.
    """

    caption: str
    in_words: Reply
    spelled_out: Reply


async def wants_pictures(update: Update, context: Context) -> bool:
    """Tell whether the person who speaks wants pictures; in plain mode they are told in words."""
    return not (await liked_by(update, context)).plain


async def show(update: Update, context: Context, draw: Draw, telling: Telling) -> None:
    """Send what `draw` gives with its caption under it, or else tell it in words."""
    if not await wants_pictures(update, context):
        await send(update, telling.spelled_out)
        return

    async def sender(photo: str | InputFile) -> Message:
        return await chat_of(update).send_photo(
            photo,
            telling.caption,
            parse_mode=ParseMode.HTML,
            reply_markup=telling.in_words.keyboard,
            **place_of(update),
        )

    if not await post(context.services.keeper, chat_of(update).id, draw, sender):
        await send(update, telling.in_words)


async def post(keeper: Keeper, chat_id: int, draw: Draw, sender: Sender) -> bool:
    """Draw a picture and let `sender` send it to a chat; False if it could not be drawn or was not taken.

    Raises:
        telegram.error.Forbidden: the chat takes no messages at all.
    """
    try:
        drawing = await asyncio.to_thread(draw)
        kept_as = _kept_as(drawing.digest, chat_id)
        if await _sent_again(keeper, kept_as, sender):
            return True
        content = await asyncio.to_thread(png, drawing)
        message = await sender(InputFile(content, filename=f"{drawing.digest}.png"))
    except Forbidden:
        raise
    except Exception as error:  # noqa: BLE001  (whatever happens to a picture, people get it in words)
        logger.warning("a picture could not be sent (%s): it is told in words", type(error).__name__)
        return False
    await keep_file_id(keeper, kept_as, message.photo[-1].file_id)
    return True


async def _sent_again(keeper: Keeper, digest: str, sender: Sender) -> bool:
    """Send a picture that Telegram has; an id that it does not take any more is forgotten."""
    known = await file_id_of(keeper, digest)
    if known is None:
        return False
    try:
        await sender(known)
    except BadRequest:
        await forget_file_id(keeper, digest)
        return False
    return True


def _kept_as(digest: str, chat_id: int) -> str:
    """Give the name under which a picture is kept: one that chats in browsers have, Telegram has not."""
    return f"web-{digest[4:]}" if is_in_browser(chat_id) else digest
