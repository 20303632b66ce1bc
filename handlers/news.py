"""After a start, who waits for an answer that the base has by now is told, once."""

import datetime as dt
from html import escape

from handlers.context import App, Context, Services, queue_of
from handlers.daily_jobs import AGAIN, PUNCTUALITY, lose
from handlers.delivery import Delivery, deliver
from handlers.replies import Reply, entry_rows
from knowledge.outcomes import Dialogue
from knowledge.records.waiting import drop_wish, wishes
from knowledge.waiting import Wish

# Of a question that is quoted, in characters.
QUOTED = 300


def look_for_news(application: App, after: dt.timedelta = dt.timedelta()) -> None:
    """Put the questions that wait to the base again, soon."""
    queue_of(application).run_once(tell_the_news, after, name="news", job_kwargs=PUNCTUALITY)


async def tell_the_news(context: Context) -> None:
    """Tell everybody whose question has an answer now; who can't be reached is tried again later."""
    services = context.services
    waiting = await wishes(services.keeper)
    unreached = waiting is None
    for wish in waiting or ():
        entry = _answer(services, wish)
        if entry:
            delivery = await deliver(context.bot, wish.chat_id, _news(services, wish, entry))
            unreached |= delivery is Delivery.LATER
            await _settle(context, wish, delivery)
    if unreached:
        look_for_news(context.app, AGAIN)


async def _settle(context: Context, wish: Wish, delivery: Delivery) -> None:
    if delivery is Delivery.GONE:
        await lose(context.app, context.services, wish.chat_id)
    elif delivery is Delivery.SENT:
        await drop_wish(context.services.keeper, wish.chat_id, wish.id)


def _answer(services: Services, wish: Wish) -> str | None:
    """Give the entry that answers a question by itself, if the matcher is sure of one."""
    outcome, _ = services.answerer.answer(wish.text, Dialogue(services.library.spoken(wish.language)))
    return outcome.entry if outcome.act == "answer" else None


def _news(services: Services, wish: Wish, entry: str) -> Reply:
    language = services.library.spoken(wish.language)
    question = wish.text if len(wish.text) <= QUOTED else f"{wish.text[:QUOTED]}…"
    text = services.phrasebook[language].waiting.news.format(question=question)
    return Reply(escape(text), entry_rows([services.library.entries[entry]], language))
