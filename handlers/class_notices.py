"""What teachers are told about their classes without having asked just now; and the sweeping of what is over."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from html import escape

from handlers.context import App, Context, queue_of
from handlers.daily_jobs import PUNCTUALITY, lose
from handlers.days import in_words
from handlers.delivery import Delivery, deliver, spoken_to
from handlers.phrasebook import Phrases
from handlers.replies import Reply
from knowledge.classes import WARNING, last_day
from knowledge.records.sweeping import Ending, soon_over, sweep

HOURLY = dt.timedelta(hours=1)


async def tell_teachers(context: Context, chats: Iterable[int], sentence: Callable[[Phrases], str]) -> None:
    """Tell each of them in their own language; who takes no messages any more is not written to again."""
    services = context.services
    for chat in chats:
        language = await spoken_to(services, chat)
        reply = Reply(escape(sentence(services.phrasebook[language])))
        if await deliver(context.bot, chat, reply) is Delivery.GONE:
            await lose(context.app, services, chat)


def begin_sweeping(application: App) -> None:
    """Look every hour for what is over, from now on."""
    for job in queue_of(application).get_jobs_by_name("sweeping"):
        job.schedule_removal()
    queue_of(application).run_repeating(
        sweep_all, HOURLY, first=dt.timedelta(), name="sweeping", job_kwargs=PUNCTUALITY
    )


async def sweep_all(context: Context) -> None:
    """Erase what is over, and tell teachers of classes that were or soon will be."""
    services = context.services
    for each in await soon_over(services.keeper, WARNING, services.now()) or ():
        await tell_teachers(context, each.teachers, partial(_soon, each, last_day(each.ends_at, services.zone)))
    for each in await sweep(services.keeper, services.retention, services.now()) or ():
        await tell_teachers(context, each.teachers, partial(_over, each))


def _soon(ending: Ending, day: dt.date, phrases: Phrases) -> str:
    return phrases.class_notices.soon.format(title=ending.title, day=in_words(phrases, day))


def _over(ending: Ending, phrases: Phrases) -> str:
    return phrases.class_notices.over.format(title=ending.title)
