"""/mydata and /forgetme: everything that is kept about who asks, as a file, or gone at once."""

from html import escape

from telegram import InputFile, Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.daily_jobs import unschedule
from handlers.own_data_pages import in_numbers, own_json, own_page
from handlers.replies import Reply, button
from handlers.talk import change, chat_of, dialogue_of, in_group, phrases_for, place_of, send, tell
from knowledge.languages import Language
from knowledge.records.people import everything_about, forget_person, taught_alone

# What a tap is about.
MINE = "mine"
FORGET = "forget"
FORGOTTEN = "forgotten"
STAYS = "stays"
OWN_DATA = frozenset({MINE, FORGET, FORGOTTEN, STAYS})


async def my_data(update: Update, context: Context) -> None:
    """Send everything that is kept about a person: to read, or for programs with `json` behind the command."""
    dialogue = await dialogue_of(update, context)
    await send_data(update, context, dialogue.prior, for_programs="".join(context.args or ()).casefold() == "json")


async def forget_me(update: Update, context: Context) -> None:
    """Ask whether to erase everything about a person."""
    dialogue = await dialogue_of(update, context)
    if in_group(update):
        await tell(update, phrases_for(context, dialogue).own_data.only_private)
    else:
        await send(update, await _question(update, context, dialogue.prior))


async def tap_own_data(update: Update, context: Context, tap: Tap) -> None:
    """Send what is kept; ask whether to erase it; erase it, or leave it."""
    words = context.services.phrasebook[tap.language].own_data
    if in_group(update):
        await tell(update, words.only_private)
    elif tap.about == MINE:
        await send_data(update, context, tap.language)
    elif tap.about == FORGET:
        await send(update, await _question(update, context, tap.language))
    elif tap.about == STAYS:
        await change(update, Reply(escape(words.stays)))
    else:
        await _forget(update, context, tap.language)


async def send_data(update: Update, context: Context, language: Language, *, for_programs: bool = False) -> None:
    """Send everything that is kept about who asks as a file."""
    services, phrases = context.services, context.services.phrasebook[language]
    if in_group(update):
        await tell(update, phrases.own_data.only_private)
        return
    data = await everything_about(services.keeper, chat_of(update).id)
    if data is None:
        await tell(update, phrases.preferences.unkept)
    elif not data:
        await tell(update, phrases.own_data.nothing)
    else:
        day, name = services.now().astimezone(services.zone).date(), services.library.face(language).name
        content = own_json(data) if for_programs else own_page(phrases, language, name, data, day)
        file = InputFile(content.encode(), filename="mydata.json" if for_programs else "mydata.html")
        await chat_of(update).send_document(file, phrases.own_data.caption, **place_of(update))


async def _question(update: Update, context: Context, language: Language) -> Reply:
    words = context.services.phrasebook[language].own_data
    alone = await taught_alone(context.services.keeper, chat_of(update).id)
    text = f"{words.ask}\n\n{words.ask_teacher}" if alone else words.ask
    labels = {FORGOTTEN: words.yes, STAYS: words.no}
    rows = tuple((button(label, Tap(Verb.PRIVACY, language, about)),) for about, label in labels.items())
    return Reply(escape(text), rows)


async def _forget(update: Update, context: Context, language: Language) -> None:
    """Erase everything about who asks, in the process too; nothing is written down of it."""
    services, chat = context.services, chat_of(update).id
    words = services.phrasebook[language].own_data
    erased = await forget_person(services.keeper, chat)
    if erased is None:
        await tell(update, services.phrasebook[language].preferences.unkept)
        return
    services.keeper.unlearn(chat)
    services.recent.forget(chat)
    unschedule(context.app, services, chat)
    numbers = in_numbers(services.phrasebook[language], erased)
    await change(update, Reply(escape(f"{words.gone}\n{numbers}" if erased else words.was_nothing)))
