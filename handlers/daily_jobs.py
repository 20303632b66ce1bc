"""The jobs behind /today: one for each chat that wants a distinction a day, in PTB's job queue."""

import datetime as dt
from dataclasses import replace
from functools import partial

from telegram import InputFile, Message
from telegram.constants import ParseMode
from telegram.error import Forbidden

from handlers.buttons import Tap, Verb
from handlers.cards import card_told
from handlers.context import App, Context, Services, queue_of, services_of
from handlers.delivery import Delivery, deliver
from handlers.drawings import card_drawing
from handlers.pictures import post
from handlers.replies import button
from knowledge.daily import Subscription, is_due
from knowledge.distinctions import Distinction
from knowledge.languages import Language
from knowledge.outcomes import Dialogue
from knowledge.records.daily import delete_subscription, keep_subscription, subscription_of, subscriptions
from knowledge.records.preferences import preferences_of
from knowledge.records.pupils import leave_any
from knowledge.records.waiting import drop_wishes
from knowledge.rotation import next_in_turn

# What the button under a daily message is about.
STOP = "stop"

# A busy or sleeping process sends late rather than never, and once rather than for every day that it slept.
PUNCTUALITY = {"misfire_grace_time": 12 * 3600, "coalesce": True}
# When Telegram or the database can't be reached, it is tried again after this time.
AGAIN = dt.timedelta(minutes=10)


def schedule(application: App, services: Services, subscription: Subscription) -> None:
    """Send a chat its distinction every day at its hour, and at no other hour any more."""
    unschedule(application, services, subscription.chat_id)
    queue_of(application).run_daily(
        send_card,
        dt.time(subscription.hour, tzinfo=services.zone),
        name=_name(services, subscription.chat_id),
        chat_id=subscription.chat_id,
        job_kwargs=PUNCTUALITY,
    )


def unschedule(application: App, services: Services, chat_id: int) -> None:
    """Send a chat nothing any more."""
    for job in queue_of(application).get_jobs_by_name(_name(services, chat_id)):
        job.schedule_removal()


async def give_up(application: App, services: Services, chat_id: int) -> bool:
    """Delete a chat's subscription and its job; False if the database could not be reached, and all stays."""
    deleted = await delete_subscription(services.keeper, chat_id)
    if deleted:
        unschedule(application, services, chat_id)
    return deleted


async def lose(application: App, services: Services, chat_id: int) -> None:
    """Delete all for which the id of a chat was kept: it takes no messages any more.

    What it teaches stays until the class ends: with a teacher who comes back so does the class.
    """
    await give_up(application, services, chat_id)
    await drop_wishes(services.keeper, chat_id)
    await leave_any(services.keeper, chat_id)


async def restore(application: App) -> None:
    """Take up all subscriptions after a start; what was missed today is sent at once."""
    services = services_of(application)
    known = await subscriptions(services.keeper)
    if known is None:
        queue_of(application).run_once(_restore_again, AGAIN, job_kwargs=PUNCTUALITY)
        return
    now = services.now().astimezone(services.zone)
    for subscription in known:
        schedule(application, services, subscription)
        if is_due(subscription, now):
            _once(application, services, subscription.chat_id, dt.timedelta())


async def send_card(context: Context) -> None:
    """Send the day's distinction to the chat of the job, unless it had it or stopped it."""
    chat_id, services = context.job.chat_id if context.job and context.services.leads else None, context.services
    subscription = await subscription_of(services.keeper, chat_id) if chat_id else None
    now = services.now().astimezone(services.zone)
    if subscription is None or not services.library.distinctions or not is_due(subscription, now):
        return
    name, seen = next_in_turn(tuple(services.library.distinctions), subscription.seen)
    card = services.library.distinctions[name]
    dialogue = await services.keeper.dialogue(subscription.chat_id) or Dialogue(subscription.language)
    language = services.library.spoken(dialogue.choice or subscription.language)
    delivery = await _send(context, subscription.chat_id, card, language)
    if delivery is Delivery.SENT:
        await keep_subscription(services.keeper, replace(subscription, seen=seen, sent_on=now.date()))
        await services.keeper.keep(subscription.chat_id, replace(dialogue, offered=card.entries))
    elif delivery is Delivery.LATER:
        _once(context.app, services, subscription.chat_id, AGAIN)
    elif delivery is Delivery.GONE:
        await lose(context.app, services, subscription.chat_id)


async def _send(context: Context, chat_id: int, card: Distinction, language: Language) -> Delivery:
    """Send a card as a picture, or in words to who wants no pictures or where none can be sent."""
    services, phrases = context.services, context.services.phrasebook[language]
    stop = (button(phrases.daily.stop, Tap(Verb.DAILY, language, STOP)),)
    telling = card_told(services.library, phrases, card, language, stop)
    if (await preferences_of(services.keeper, chat_id)).plain:
        return await deliver(context.bot, chat_id, telling.spelled_out)

    async def sender(photo: str | InputFile) -> Message:
        return await context.bot.send_photo(
            chat_id, photo, telling.caption, parse_mode=ParseMode.HTML, reply_markup=telling.in_words.keyboard
        )

    try:
        draw = partial(card_drawing, services.library, phrases, card, language)
        sent = await post(services.keeper, chat_id, draw, sender)
    except Forbidden:
        return Delivery.GONE
    return Delivery.SENT if sent else await deliver(context.bot, chat_id, telling.in_words)


async def _restore_again(context: Context) -> None:
    await restore(context.app)


def _once(application: App, services: Services, chat_id: int, after: dt.timedelta) -> None:
    queue_of(application).run_once(
        send_card, after, name=_name(services, chat_id), chat_id=chat_id, job_kwargs=PUNCTUALITY
    )


def _name(services: Services, chat_id: int) -> str:
    # Names of jobs come into the scheduler's log.
    return services.keeper.pseudonyms.of(chat_id)
