"""/today: the offer of one distinction a day, the choice of the hour, and the end of it."""

from html import escape

from telegram import InlineKeyboardButton, Update
from telegram.constants import ChatType

from handlers.buttons import Tap, Verb
from handlers.context import Context, Services
from handlers.daily_jobs import STOP, give_up, schedule
from handlers.phrasebook import Phrases
from handlers.replies import Reply, Rows, button, card_row
from handlers.talk import change, chat_of, dialogue_of, phrases_for, send, tell
from knowledge.daily import HOURS, Subscription, comes_today
from knowledge.languages import Language
from knowledge.records.daily import keep_subscription, subscription_of
from knowledge.rotation import next_in_turn

# What the button in the offer is about that ends it.
OFF = "off"

HOURS_PER_ROW = 4


async def today(update: Update, context: Context) -> None:
    """Offer a distinction a day, or say how it stands."""
    dialogue = await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    if refusal := _refusal(update, context, phrases):
        await tell(update, refusal)
        return
    subscription = await subscription_of(context.services.keeper, chat_of(update).id)
    await send(update, daily_page(context.services, phrases, dialogue.prior, subscription))


async def choose_hour(update: Update, context: Context, tap: Tap) -> None:
    """Send from now on at the hour that was tapped, or no longer."""
    phrases = context.services.phrasebook[tap.language]
    if refusal := _refusal(update, context, phrases):
        await tell(update, refusal)
    elif tap.about in {STOP, OFF}:
        await _stop(update, context, tap)
    elif tap.about in set(map(str, HOURS)):
        await _subscribe(update, context, int(tap.about), tap.language)
    else:
        await tell(update, phrases.callback.unreadable)


async def _subscribe(update: Update, context: Context, hour: int, language: Language) -> None:
    services, chat_id = context.services, chat_of(update).id
    phrases = services.phrasebook[language]
    before = await subscription_of(services.keeper, chat_id)
    seen, sent_on = (before.seen, before.sent_on) if before else ((), None)
    subscription = Subscription(chat_id, hour, language, services.now(), seen, sent_on)
    if not await keep_subscription(services.keeper, subscription):
        await tell(update, phrases.preferences.unkept)
        return
    schedule(context.app, services, subscription)
    await change(update, daily_page(services, phrases, language, subscription))


async def _stop(update: Update, context: Context, tap: Tap) -> None:
    phrases = context.services.phrasebook[tap.language]
    if not await give_up(context.app, context.services, chat_of(update).id):
        await tell(update, phrases.preferences.unkept)
    elif tap.about == OFF:
        await change(update, Reply(escape(phrases.daily.stopped)))
    else:
        await tell(update, phrases.daily.stopped)


def daily_page(services: Services, phrases: Phrases, language: Language, subscription: Subscription | None) -> Reply:
    """Say what can be had or is had, with the hours to choose from and a distinction to have now."""
    moment, words = services.now().astimezone(services.zone), phrases.daily
    cards = tuple(services.library.distinctions)
    if subscription:
        sentence = words.later_today if comes_today(subscription, moment) else words.tomorrow
        text = sentence.format(hour=words.hour.format(hour=subscription.hour), zone=services.zone)
        upcoming, _ = next_in_turn(cards, subscription.seen)
    else:
        text = words.offer.format(zone=services.zone)
        upcoming = cards[moment.toordinal() % len(cards)]
    off = ((button(words.stop, Tap(Verb.DAILY, language, OFF)),),) if subscription else ()
    card = card_row(phrases, services.library.distinctions[upcoming], language)
    return Reply(escape(text), (*_hour_rows(phrases, language), *off, card))


def _hour_rows(phrases: Phrases, language: Language) -> Rows:
    buttons: list[InlineKeyboardButton] = [
        button(phrases.daily.hour.format(hour=hour), Tap(Verb.DAILY, language, str(hour))) for hour in HOURS
    ]
    return tuple(tuple(buttons[at : at + HOURS_PER_ROW]) for at in range(0, len(buttons), HOURS_PER_ROW))


def _refusal(update: Update, context: Context, phrases: Phrases) -> str | None:
    """Say why there is nothing to be had here; None if there is."""
    if chat_of(update).type != ChatType.PRIVATE:
        return phrases.daily.only_private
    return None if context.services.library.distinctions else phrases.daily.none
