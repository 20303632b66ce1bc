"""The end of a class: its day, closing it and opening it again, and erasing it at once."""

import datetime as dt
from html import escape

from telegram import Update

from handlers.class_gate import Action, Taught, refusal
from handlers.class_notices import tell_teachers
from handlers.class_pages import class_button
from handlers.class_settings import settle, teaching
from handlers.context import Context
from handlers.days import in_words
from handlers.replies import Reply
from handlers.talk import change as put
from handlers.talk import chat_of, tell
from knowledge.classes import Refused, can_end_on, end_of, last_day, read_day
from knowledge.records.classes import set_closed, set_end
from knowledge.records.sweeping import erase_now


async def ask_end(update: Update, context: Context, taught: Taught) -> None:
    """Take the last day that was typed, or ask for it."""
    services, phrases = context.services, context.services.phrasebook[taught.language]
    if taught.typed:
        await _end_on(update, context, taught, read_day(taught.typed))
        return
    labels, school_class = phrases.class_labels, taught.school_class
    day = last_day(school_class.ends_at, services.zone)
    question = phrases.classes.end.format(
        title=school_class.title, day=in_words(phrases, day), code=school_class.code, example=day.isoformat()
    )
    choices = {"week": labels.week, "month": labels.month, "term": labels.term, "show": labels.show}
    rows = tuple(class_button(label, action, school_class, taught.language) for action, label in choices.items())
    await put(update, Reply(escape(question), rows))


def end_in(days: int) -> Action:
    """Make the action that gives a class so many days from today."""

    async def action(update: Update, context: Context, taught: Taught) -> None:
        await _end_on(update, context, taught, _today(context) + dt.timedelta(days=days))

    return action


def close(*, closed: bool) -> Action:
    """Make the action that closes a class, or opens it again."""

    async def action(update: Update, context: Context, taught: Taught) -> None:
        changed = await set_closed(context.services.keeper, teaching(update, context, taught), closed=closed)
        await settle(update, context, taught, changed)

    return action


async def ask_to_erase(update: Update, context: Context, taught: Taught) -> None:
    """Ask whether to erase all of a class."""
    phrases = context.services.phrasebook[taught.language]
    labels, question = phrases.class_labels, phrases.classes.ask_erase.format(title=taught.school_class.title)
    choices = {"erased": labels.erase_now, "show": labels.show}
    rows = (class_button(label, action, taught.school_class, taught.language) for action, label in choices.items())
    await put(update, Reply(escape(question), tuple(rows)))


async def erase(update: Update, context: Context, taught: Taught) -> None:
    """Erase all of a class; its other teachers are told."""
    phrases = context.services.phrasebook[taught.language]
    erased = await erase_now(context.services.keeper, teaching(update, context, taught))
    if isinstance(erased, Refused):
        await tell(update, refusal(phrases, erased))
        return
    await put(update, Reply(escape(phrases.classes.erased.format(title=erased.title))))
    others = [teacher for teacher in erased.teachers if teacher != chat_of(update).id]
    await tell_teachers(context, others, lambda theirs: theirs.class_notices.erased.format(title=erased.title))


async def _end_on(update: Update, context: Context, taught: Taught, day: dt.date | None) -> None:
    services, school_class = context.services, taught.school_class
    words = services.phrasebook[taught.language].classes
    if day is None or not can_end_on(day, _today(context)):
        example = last_day(school_class.ends_at, services.zone).isoformat()
        await tell(update, words.not_a_day.format(code=school_class.code, example=example))
        return
    changed = await set_end(services.keeper, teaching(update, context, taught), end_of(day, services.zone))
    await settle(update, context, taught, changed)


def _today(context: Context) -> dt.date:
    return context.services.now().astimezone(context.services.zone).date()
