"""/class: what a teacher types behind it, and every button under a class."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from handlers.buttons import Tap, read_id
from handlers.class_ends import ask_end, ask_to_erase, close, end_in, erase
from handlers.class_gate import Action, Taught, pass_gate, refusal
from handlers.class_lessons import begin_lesson
from handlers.class_opening import open_new, show_code
from handlers.class_pages import choice
from handlers.class_report import send_pdf, send_table, show_report
from handlers.class_rounds import show_rounds
from handlers.class_settings import answer, ask_language, show_class, speak
from handlers.class_staff import accept_invitation, invite_to, stop_teaching
from handlers.class_web import show_page
from handlers.context import Context
from handlers.joining import erase_mine, join_by_tap, leave_class
from handlers.talk import chat_of, dialogue_of, in_group, keep, phrases_for, send, tell
from knowledge.classes import Refused, read_code
from knowledge.languages import LANGUAGES, Language
from knowledge.records.classes import classes_of

# What can be typed behind /class or tapped. A new action is one line here; whoever calls it teaches the class.
ACTIONS: Mapping[str, Action] = {
    "show": show_class,
    "report": show_report,
    "page": show_page,
    "qr": show_code,
    "language": ask_language,
    "end": ask_end,
    "close": close(closed=True),
    "reopen": close(closed=False),
    "invite": invite_to(handover=False),
    "handover": invite_to(handover=True),
    "resign": stop_teaching,
    "erase": ask_to_erase,
}
# What can only be tapped.
TAPPED: Mapping[str, Action] = {
    "round": show_rounds,
    "begin": begin_lesson,
    **{code: speak(code) for code in LANGUAGES},
    "own": speak(None),
    "csv": send_table,
    "pdf": send_pdf,
    "simple": answer(simply=True),
    "whole": answer(simply=False),
    "week": end_in(7),
    "month": end_in(30),
    "term": end_in(90),
    "erased": erase,
}
# What needs no teacher: the rest of the button says what it is about.
_FOR_EVERYBODY: Mapping[str, Callable[[Update, Context, Tap, str], Awaitable[None]]] = {
    "join": join_by_tap,
    "leave": leave_class,
    "wipe": erase_mine,
    "accept": accept_invitation,
}


async def class_command(update: Update, context: Context) -> None:
    """Open a class, list the teacher's classes, or do what was typed to one of them."""
    dialogue = await dialogue_of(update, context)
    phrases, language = phrases_for(context, dialogue), dialogue.prior
    typed, _, rest = " ".join(context.args or ()).partition(" ")
    action = _meant(context, typed)
    if in_group(update):
        await tell(update, phrases.classes.only_private)
    elif action == "new":
        # In which language to write to the teacher later.
        await keep(update, context, dialogue)
        await open_new(update, context, rest, language)
    elif action is None:
        words = ", ".join([*phrases.classes.words.values(), *(name for name in ACTIONS if name == "qr")])
        await tell(update, phrases.classes.unknown_action.format(words=words))
    else:
        await _do(update, context, action, rest, language)


async def tap_class(update: Update, context: Context, tap: Tap) -> None:
    """Do what a button under a class says."""
    action, _, about = tap.about.partition("-")
    step, class_id = ACTIONS.get(action) or TAPPED.get(action), read_id(about)
    if action in _FOR_EVERYBODY:
        await _FOR_EVERYBODY[action](update, context, tap, about)
    elif step and class_id:
        taught = await pass_gate(update, context, class_id, tap.language)
        if taught:
            await step(update, context, taught)
    else:
        await tell(update, context.services.phrasebook[tap.language].callback.unreadable)


def _meant(context: Context, typed: str) -> str | None:
    """Read what was typed behind /class, in any language; None if it is nothing that can be done."""
    typed = typed.casefold()
    for phrases in context.services.phrasebook.values():
        for action, word in phrases.classes.words.items():
            if typed in {action, word}:
                return action
    return typed or "show" if typed in {*ACTIONS, ""} else None


async def _do(update: Update, context: Context, action: str, typed: str, language: Language) -> None:
    """Do something to the class that was named by its code or is the only one; if there are more, ask which."""
    services, phrases = context.services, context.services.phrasebook[language]
    classes = await classes_of(services.keeper, chat_of(update).id, services.now())
    first, _, rest = typed.partition(" ")
    named = [each for each in classes or () if each.code == read_code(first)]
    if classes is None:
        await tell(update, refusal(phrases, Refused.AWAY))
    elif not classes:
        await tell(update, phrases.classes.how)
    elif action == "list" or (not named and len(classes) > 1):
        await send(update, choice(phrases, classes, "show" if action == "list" else action, language))
    else:
        taught = Taught(named[0], language, rest) if named else Taught(classes[0], language, typed)
        await ACTIONS[action](update, context, taught)
