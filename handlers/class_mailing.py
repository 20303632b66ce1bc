"""Something goes to every pupil of a class in private, one after the other, within what Telegram allows."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from handlers.context import Context, queue_of
from handlers.daily_jobs import AGAIN, PUNCTUALITY, lose
from handlers.delivery import Delivery, deliver, spoken_to
from handlers.replies import Reply
from knowledge.languages import Language
from knowledge.records.classes import members_of

# Telegram takes about thirty messages a second from a bot.
PAUSE_SECONDS = 0.04


@dataclass(frozen=True, slots=True)
class Mailing:
    """What is sent to a class: `write` words it in a pupil's language, `still_wanted` tells if it is of use yet."""

    name: str
    class_id: int
    write: Callable[[Language], Reply]
    still_wanted: Callable[[], Awaitable[bool]]


def send_to_class(context: Context, mailing: Mailing) -> None:
    """Send it to every pupil, from now on."""
    _later(context, mailing, dt.timedelta(), None)


def _later(context: Context, mailing: Mailing, after: dt.timedelta, chats: Sequence[int] | None) -> None:
    job = partial(_send, mailing, chats)
    queue_of(context.app).run_once(job, after, name=mailing.name, job_kwargs=PUNCTUALITY)


async def _send(mailing: Mailing, chats: Sequence[int] | None, context: Context) -> None:
    """Send it to these pupils, or all; who could not be reached gets it later, if it is still wanted then."""
    if not await mailing.still_wanted():
        return
    services = context.services
    members = await members_of(services.keeper, mailing.class_id) or ()
    missed = []
    for chat in members if chats is None else [chat for chat in chats if chat in members]:
        language = await spoken_to(services, chat)
        delivery = await deliver(context.bot, chat, mailing.write(language))
        if delivery is Delivery.LATER:
            missed.append(chat)
        elif delivery is Delivery.GONE:
            await lose(context.app, services, chat)
        await asyncio.sleep(PAUSE_SECONDS)
    if missed:
        _later(context, mailing, AGAIN, missed)
