"""For pupils: joining a class by link, QR code or code, and leaving it."""

import datetime as dt
from dataclasses import replace
from html import escape

from telegram import Message, Update
from telegram.ext.filters import MessageFilter

from handlers.buttons import Tap, Verb, read_id
from handlers.context import Context
from handlers.days import in_words
from handlers.liking import as_liked
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button, entry_rows
from handlers.talk import chat_of, dialogue_of, in_group, keep, offer, phrases_for, send, tell
from knowledge.classes import Class, Refused, last_day, read_code
from knowledge.outcomes import Dialogue
from knowledge.records.people import forget_pupil
from knowledge.records.pupils import Joined, class_of, join, leave


class LooksLikeCode(MessageFilter):
    """Lets through what has the form of a code, whether there is such a class or not."""

    def filter(self, message: Message) -> bool:
        """Tell whether a message is nothing but a code."""
        return read_code(message.text or "") is not None


async def join_command(update: Update, context: Context) -> None:
    """Join the class whose code was typed behind /join."""
    await join_by(update, context, " ".join(context.args or ()))


async def offer_to_join(update: Update, context: Context) -> None:
    """Ask whether to join, where a code was typed alone; that there is such a class is not told."""
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    code = read_code((update.effective_message and update.effective_message.text) or "") or ""
    label = phrases.joining.join.format(code=code)
    row = (button(label, Tap(Verb.CLASS, dialogue.prior, f"join-{code.lower()}")),)
    await send(update, Reply(escape(phrases.joining.looks_like_code), (row,)))


async def join_by_tap(update: Update, context: Context, _tap: Tap, about: str) -> None:
    """Join the class whose code a button carries."""
    await join_by(update, context, about)


async def join_by(update: Update, context: Context, typed: str) -> None:
    """Join a class by its code, as it was typed or came with a link."""
    services, dialogue = context.services, await dialogue_of(update, context)
    phrases, code = phrases_for(context, dialogue), read_code(typed)
    if in_group(update):
        await tell(update, phrases.joining.only_private)
        return
    if not typed:
        await tell(update, phrases.joining.how)
        return
    joined = await join(services.keeper, chat_of(update).id, code, services.now()) if code else Refused.UNKNOWN
    if isinstance(joined, Refused):
        await tell(update, _refusal(phrases, joined))
    else:
        await _welcome(update, context, dialogue, joined)


async def leave_class(update: Update, context: Context, tap: Tap, about: str) -> None:
    """Leave a class; what was asked in it stays unless the pupil wants it erased too."""
    services, phrases, chat_id = context.services, context.services.phrasebook[tap.language], chat_of(update).id
    before, class_id = await class_of(services.keeper, chat_id, services.now()), read_id(about)
    if class_id is None or in_group(update):
        await tell(update, phrases.callback.unreadable)
    elif not await leave(services.keeper, chat_id, class_id):
        await tell(update, phrases.preferences.unkept)
    else:
        if before and before.id == class_id:
            await _unlearn_language(update, context, before)
        erasing = button(phrases.joining.erase, Tap(Verb.CLASS, tap.language, f"wipe-{about}"))
        await send(update, Reply(escape(phrases.joining.left), ((erasing,),)))


async def erase_mine(update: Update, context: Context, tap: Tap, about: str) -> None:
    """Erase all that the pupil did in a class."""
    phrases, class_id = context.services.phrasebook[tap.language], read_id(about)
    if class_id is None or in_group(update):
        await tell(update, phrases.callback.unreadable)
        return
    erased = await forget_pupil(context.services.keeper, chat_of(update).id, class_id)
    await tell(update, phrases.joining.erased if erased else phrases.preferences.unkept)


async def _welcome(update: Update, context: Context, dialogue: Dialogue, joined: Joined) -> None:
    """Say that the class was joined and what is kept for it, with questions to begin with and the way out."""
    services = context.services
    language = services.library.spoken(joined.school_class.language or dialogue.prior)
    phrases = services.phrasebook[language]
    if joined.school_class.language:
        dialogue = replace(dialogue, choice=language, language=language)
    text = "\n\n".join(_joined(phrases, joined, services.zone))
    out = button(phrases.joining.leave, Tap(Verb.CLASS, language, f"leave-{joined.school_class.id}"))
    reply = Reply(escape(text), (*entry_rows(services.library.starters, language), (out,)))
    await send(update, await as_liked(update, context, phrases, reply))
    await offer(update, context, dialogue, services.library.pack.starters)


def _joined(phrases: Phrases, joined: Joined, zone: dt.tzinfo) -> list[str]:
    words, day = phrases.joining, in_words(phrases, last_day(joined.school_class.ends_at, zone))
    moved = [words.moved.format(title=joined.left.title)] if joined.left else []
    return [words.joined.format(title=joined.school_class.title), *moved, words.kept.format(day=day)]


async def _unlearn_language(update: Update, context: Context, left: Class) -> None:
    """Let the class's language go with the class, unless the pupil chose another one meanwhile."""
    dialogue = await dialogue_of(update, context)
    if left.language and dialogue.choice == left.language:
        await keep(update, context, replace(dialogue, choice=None))


def _refusal(phrases: Phrases, refused: Refused) -> str:
    words = phrases.joining
    sentences = {
        Refused.AWAY: phrases.preferences.unkept,
        Refused.CLOSED: words.closed,
        Refused.FULL: words.full,
        Refused.TEACHING: words.teaching,
        Refused.PAUSED: words.paused,
    }
    return sentences.get(refused, words.unknown)
