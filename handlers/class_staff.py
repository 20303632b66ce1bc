"""Who teaches a class: another teacher beside, another in one's place, and stopping."""

from html import escape

from telegram import InlineKeyboardButton, Update

from handlers.buttons import Tap, Verb
from handlers.class_gate import Action, Taught, refusal
from handlers.class_notices import tell_teachers
from handlers.class_settings import show_class, teaching
from handlers.context import Context
from handlers.days import in_words
from handlers.links import INVITATION, private_link, share_link
from handlers.phrasebook import Phrases
from handlers.replies import Reply, button
from handlers.talk import change as put
from handlers.talk import chat_of, dialogue_of, in_group, keep, phrases_for, send, tell
from knowledge.classes import INVITATION as HOLDS
from knowledge.classes import MOST_TEACHERS, Refused
from knowledge.records.invitations import accept, invitation_of, invite, resign


def invite_to(*, handover: bool) -> Action:
    """Make the action that gives a link by which a colleague becomes a teacher, or takes a class over."""

    async def action(update: Update, context: Context, taught: Taught) -> None:
        services, phrases = context.services, context.services.phrasebook[taught.language]
        doing = teaching(update, context, taught)
        secret = await invite(services.keeper, doing, handover=handover)
        if isinstance(secret, Refused):
            await tell(update, _refusal(phrases, secret))
            return
        words = phrases.classes.handover if handover else phrases.classes.invitation
        title, username = taught.school_class.title, context.bot.username
        day = in_words(phrases, (doing.at + HOLDS).astimezone(services.zone).date())
        link = private_link(username, f"{INVITATION}{secret}")
        url = share_link(username, f"{INVITATION}{secret}", title)
        row = (InlineKeyboardButton(phrases.class_labels.share, url=url),)
        await send(update, Reply(escape(words.format(title=title, day=day, link=link)), (row,)))

    return action


async def open_invitation(update: Update, context: Context, secret: str) -> None:
    """Show where a link leads that was followed, and ask whether to accept it."""
    services, dialogue = context.services, await dialogue_of(update, context)
    phrases = phrases_for(context, dialogue)
    if in_group(update):
        await tell(update, phrases.classes.only_private)
        return
    found = await invitation_of(services.keeper, secret, services.now())
    if isinstance(found, Refused):
        await tell(update, _refusal_to_invited(phrases, found))
        return
    words = phrases.classes.handed if found.handover else phrases.classes.invited
    accepting = button(phrases.class_labels.accept, Tap(Verb.CLASS, dialogue.prior, f"accept-{secret}"))
    await send(update, Reply(escape(words.format(title=found.school_class.title)), ((accepting,),)))


async def accept_invitation(update: Update, context: Context, tap: Tap, about: str) -> None:
    """Make who taps a teacher; whoever sent the link is told."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    if in_group(update):
        await tell(update, phrases.classes.only_private)
        return
    accepted = await accept(services.keeper, chat_of(update).id, about, services.now())
    if isinstance(accepted, Refused):
        await tell(update, _refusal_to_invited(phrases, accepted))
        return
    await keep(update, context, await dialogue_of(update, context))
    await show_class(update, context, Taught(accepted.school_class, tap.language))
    title = accepted.school_class.title

    def notice(theirs: Phrases) -> str:
        words = theirs.class_notices
        return (words.handed if accepted.handover else words.accepted).format(title=title)

    await tell_teachers(context, [accepted.by], notice)


async def stop_teaching(update: Update, context: Context, taught: Taught) -> None:
    """Let a teacher go who has colleagues in the class."""
    phrases = context.services.phrasebook[taught.language]
    left = await resign(context.services.keeper, teaching(update, context, taught))
    if isinstance(left, Refused):
        await tell(update, _refusal(phrases, left))
    else:
        await put(update, Reply(escape(phrases.classes.resigned.format(title=left.title))))


def _refusal(phrases: Phrases, refused: Refused) -> str:
    match refused:
        case Refused.TOO_MANY:
            return phrases.classes.teachers_full.format(most=MOST_TEACHERS)
        case Refused.ALONE:
            return phrases.classes.alone
        case _:
            return refusal(phrases, refused)


def _refusal_to_invited(phrases: Phrases, refused: Refused) -> str:
    match refused:
        case Refused.UNKNOWN:
            return phrases.classes.void
        case Refused.TEACHING:
            return phrases.classes.already
        case _:
            return refusal(phrases, refused)
