"""/privacy: what is kept, in plain words for who asks; and the page for a school."""

from telegram import InputFile, Update

from handlers.buttons import Tap, Verb
from handlers.class_pages import class_button
from handlers.context import Context, Services
from handlers.own_data import FORGET, MINE, OWN_DATA, tap_own_data
from handlers.phrasebook import Phrases
from handlers.privacy_pages import Promise, school_page, told_to_group, told_to_person
from handlers.replies import Reply, Rows, button
from handlers.talk import chat_of, dialogue_of, in_group, phrases_for, place_of, send, tell
from knowledge.classes import Class
from knowledge.languages import Language
from knowledge.records.classes import classes_of
from knowledge.records.pupils import class_of

SCHOOL = "school"


async def privacy(update: Update, context: Context) -> None:
    """Tell what is kept, or send the page for a school."""
    dialogue = await dialogue_of(update, context)
    services, phrases = context.services, phrases_for(context, dialogue)
    typed = " ".join(context.args or ()).casefold()
    if typed == SCHOOL:
        await send_school_page(update, context, Tap(Verb.PRIVACY, dialogue.prior, SCHOOL))
    elif typed:
        await tell(update, phrases.privacy.unknown)
    elif in_group(update):
        await send(update, Reply(told_to_group(phrases, promise_of(services))))
    else:
        chat, now = chat_of(update).id, services.now()
        pupil_in = await class_of(services.keeper, chat, now)
        teaches = bool(await classes_of(services.keeper, chat, now))
        text = told_to_person(phrases, promise_of(services), pupil_in, teaches=teaches)
        await send(update, Reply(text, _rows(phrases, dialogue.prior, pupil_in)))


async def tap_privacy(update: Update, context: Context, tap: Tap) -> None:
    """Do what a button under this page says."""
    if tap.about == SCHOOL:
        await send_school_page(update, context, tap)
    elif tap.about in OWN_DATA:
        await tap_own_data(update, context, tap)
    else:
        await tell(update, context.services.phrasebook[tap.language].callback.unreadable)


async def send_school_page(update: Update, context: Context, tap: Tap) -> None:
    """Send the page for a school as a file."""
    services = context.services
    page = school_page(services.library, services.phrasebook, promise_of(services), services.now())
    await chat_of(update).send_document(
        InputFile(page.encode(), filename="privacy.html"),
        services.phrasebook[tap.language].privacy.school_caption,
        **place_of(update),
    )


def promise_of(services: Services) -> Promise:
    """Give what this bot promises on what it keeps."""
    return Promise(services.retention, services.operator, services.zone)


def _rows(phrases: Phrases, language: Language, pupil_in: Class | None) -> Rows:
    words = phrases.privacy
    labels = {MINE: words.get, FORGET: words.forget, SCHOOL: words.school}
    rows = tuple((button(label, Tap(Verb.PRIVACY, language, about)),) for about, label in labels.items())
    return (*rows, class_button(phrases.joining.leave, "leave", pupil_in, language)) if pupil_in else rows
