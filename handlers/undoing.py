"""/undo: what was changed last in the base, with who, when and why; and taking it back."""

import asyncio
from collections.abc import Sequence
from html import escape

from telegram import Update

from handlers.buttons import Tap, Verb, read_id
from handlers.context import Context
from handlers.replies import Reply, button
from handlers.roles import is_at_least, role_of
from handlers.talk import change, chat_of, dialogue_of, send, tell
from handlers.teach_pages import told
from knowledge.changes import Change, Revision, standing
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.loader import load
from knowledge.problems import BrokenPackError
from knowledge.records.changes import add_changes, log_of, mark_of
from knowledge.upkeep.taking_back import TakenBack, taking_back

# Of the log, so much is shown.
LATEST = 8


async def undo(update: Update, context: Context) -> None:
    """List the latest changes that hold, with a button under each that can be taken back."""
    services, language = context.services, (await dialogue_of(update, context)).prior
    reply = await _page(context, language)
    if reply is None:
        await tell(update, services.phrasebook[language].gaps.away)
        return
    await send(update, reply)


async def tap_undo(update: Update, context: Context, tap: Tap) -> None:
    """Take a change back; it stays in the log, and can itself be undone."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    log = await log_of(services.keeper) if is_at_least(await role_of(update, services), "maintainer") else None
    holding = {revision.number for revision in standing(log or ())}
    number = read_id(tap.about) or 0
    if number not in holding:
        await tell(update, phrases.callback.stale)
        return
    mark = mark_of(services.keeper.pseudonyms, chat_of(update).id)
    reason = phrases.teach.undo_reason
    back = await asyncio.to_thread(_taking_back, services.library, log or (), number)
    if await add_changes(services.keeper, back.changes, mark, reason, services.now()) is None:
        await tell(update, phrases.preferences.unkept)
        return
    services.findings.forget()
    for entry in back.left:
        await tell(update, phrases.teach.in_files.format(entry=entry))
    if reply := await _page(context, tap.language):
        await change(update, reply)


def _taking_back(library: Library, log: Sequence[Revision], number: int) -> TakenBack:
    """Take a revision back, in the files too if it is in them; while they can't be read, only on top of them."""
    undo = (Change("undo", target=number),)
    try:
        return taking_back(load(library.folder), log, undo)
    except BrokenPackError:
        return TakenBack(undo, ())


async def _page(context: Context, language: Language) -> Reply | None:
    services, words = context.services, context.services.phrasebook[language].teach
    log = await log_of(services.keeper)
    if log is None:
        return None
    latest = standing(log)[: -LATEST - 1 : -1]
    lines = [
        words.revision.format(
            number=each.number,
            at=each.at.astimezone(services.zone).strftime("%Y-%m-%d %H:%M"),
            author=each.author,
            what=told(services.library, services.phrasebook[language], each.change, language),
            reason=each.reason,
        )
        for each in latest
    ]
    rows = tuple(
        (button(words.undo.format(number=each.number), Tap(Verb.UNDO, language, str(each.number))),) for each in latest
    )
    return Reply("\n\n".join(map(escape, [words.latest if latest else words.nothing, *lines])), rows)
