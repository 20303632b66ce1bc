"""A round goes out: every pupil of the class is asked in private, one after the other, within what Telegram allows."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from functools import partial

from handlers.buttons import Tap, Verb
from handlers.context import Context, queue_of
from handlers.daily_jobs import AGAIN, PUNCTUALITY, lose
from handlers.delivery import Delivery, deliver
from handlers.replies import button
from handlers.round_pages import invitation, kind_name
from knowledge.lessons.rounds import Round
from knowledge.records.classes import members_of, title_of
from knowledge.records.rounds import round_of

# Telegram takes about thirty messages a second from a bot.
PAUSE_SECONDS = 0.04


def send_round(context: Context, opened: Round) -> None:
    """Ask the pupils of the class, from now on."""
    _later(context, opened.id, dt.timedelta(), None)


def _later(context: Context, round_id: int, after: dt.timedelta, chats: Sequence[int] | None) -> None:
    job = partial(_send, round_id, chats)
    queue_of(context.app).run_once(job, after, name=f"round {round_id}", job_kwargs=PUNCTUALITY)


async def _send(round_id: int, chats: Sequence[int] | None, context: Context) -> None:
    """Ask these pupils, or all; who could not be reached is asked again later, as long as the round is open."""
    services = context.services
    opened = await round_of(services.keeper, round_id)
    if opened is None or opened.closed_at:
        return
    title = await title_of(services.keeper, opened.class_id) or ""
    members = await members_of(services.keeper, opened.class_id) or ()
    missed = []
    for chat in members if chats is None else [chat for chat in chats if chat in members]:
        delivery = await _ask(context, opened, title, chat)
        if delivery is Delivery.LATER:
            missed.append(chat)
        elif delivery is Delivery.GONE:
            await lose(context.app, services, chat)
        await asyncio.sleep(PAUSE_SECONDS)
    if missed:
        _later(context, round_id, AGAIN, missed)


async def _ask(context: Context, opened: Round, title: str, chat: int) -> Delivery:
    services = context.services
    dialogue = await services.keeper.dialogue(chat)
    language = services.library.spoken(dialogue.prior if dialogue else services.default_language)
    phrases = services.phrasebook[language]
    begin = (button(phrases.rounds.begin, Tap(Verb.ROUND_ITEM, language, str(opened.id), 1)),)
    name = kind_name(services.library, phrases, opened.plan.kind, language)
    return await deliver(context.bot, chat, invitation(phrases, name, title, (begin,)))
