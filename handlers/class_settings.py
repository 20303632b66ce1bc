"""How a class stands, and how its pupils are answered: in which language, and how simply."""

from dataclasses import replace
from html import escape

from telegram import Update

from handlers.class_gate import Action, Taught, refusal
from handlers.class_pages import Standing, class_button, class_page
from handlers.context import Context
from handlers.replies import Reply
from handlers.talk import change as put
from handlers.talk import chat_of, tell
from knowledge.classes import Class, Refused
from knowledge.languages import Language
from knowledge.records.classes import Teaching, count_members, members_of, set_language, set_simple, teachers_of


async def show_class(update: Update, context: Context, taught: Taught) -> None:
    """Show how a class stands."""
    services = context.services
    teachers = await teachers_of(services.keeper, taught.school_class.id) or ()
    pupils = await count_members(services.keeper, taught.school_class.id)
    standing = Standing(pupils, len(teachers) > 1, services.zone, has_page=services.page_links is not None)
    await put(update, class_page(services.phrasebook, taught.school_class, standing, taught.language))


async def settle(update: Update, context: Context, taught: Taught, changed: Class | Refused) -> bool:
    """Show a class as it was changed; tell why if it was not, and give False."""
    if isinstance(changed, Refused):
        await tell(update, refusal(context.services.phrasebook[taught.language], changed))
        return False
    await show_class(update, context, replace(taught, school_class=changed))
    return True


def teaching(update: Update, context: Context, taught: Taught) -> Teaching:
    """Say who does something to which class now."""
    return Teaching(chat_of(update).id, taught.school_class.id, context.services.now())


async def ask_language(update: Update, context: Context, taught: Taught) -> None:
    """Ask in which language a class is to be answered."""
    services, phrases = context.services, context.services.phrasebook[taught.language]
    labels = {code: services.phrasebook[code].language_name for code in services.library.pack.languages}
    rows = [class_button(label, code, taught.school_class, taught.language) for code, label in labels.items()]
    rows.append(class_button(phrases.class_labels.own, "own", taught.school_class, taught.language))
    question = phrases.classes.which_language.format(title=taught.school_class.title)
    await put(update, Reply(escape(question), tuple(rows)))


def speak(language: Language | None) -> Action:
    """Make the action that answers a class in a language, or each pupil in their own."""

    async def action(update: Update, context: Context, taught: Taught) -> None:
        changed = await set_language(context.services.keeper, teaching(update, context, taught), language)
        if await settle(update, context, taught, changed):
            await _tell_conversations(context, taught.school_class, language)

    return action


def answer(*, simply: bool) -> Action:
    """Make the action that gives a class simple answers first, or whole ones."""

    async def action(update: Update, context: Context, taught: Taught) -> None:
        changed = await set_simple(context.services.keeper, teaching(update, context, taught), simple=simply)
        await settle(update, context, taught, changed)

    return action


async def _tell_conversations(context: Context, before: Class, language: Language | None) -> None:
    """Let the pupils who are there already be answered in the class's language, as those who come will be."""
    keeper = context.services.keeper
    for chat in await members_of(keeper, before.id) or ():
        dialogue = await keeper.dialogue(chat)
        if dialogue and (language or dialogue.choice == before.language):
            await keeper.keep(chat, replace(dialogue, choice=language))
