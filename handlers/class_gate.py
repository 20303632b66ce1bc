"""The gate to a class: who comes by is one of its teachers, in a private chat, or is told no."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from telegram import Update

from handlers.context import Context
from handlers.phrasebook import Phrases
from handlers.talk import chat_of, in_group, tell
from knowledge.classes import MOST_CLASSES, Class, Refused
from knowledge.languages import Language
from knowledge.records.classes import class_of_teacher


@dataclass(frozen=True, slots=True)
class Taught:
    """A class in the hands of one of its teachers: the language spoken to them, and what was typed."""

    school_class: Class
    language: Language
    typed: str = ""


# What a teacher does with a class.
Action: TypeAlias = Callable[[Update, Context, Taught], Awaitable[None]]


async def pass_gate(
    update: Update, context: Context, class_id: int, language: Language, typed: str = ""
) -> Taught | None:
    """Give the class to a teacher of it; anybody else is told that there is no such class, and gets None."""
    phrases = context.services.phrasebook[language]
    if in_group(update):
        await tell(update, phrases.classes.only_private)
        return None
    found = await class_of_teacher(context.services.keeper, chat_of(update).id, class_id, context.services.now())
    if isinstance(found, Refused):
        await tell(update, refusal(phrases, found))
        return None
    return Taught(found, language, typed)


def refusal(phrases: Phrases, refused: Refused) -> str:
    """Say to a teacher why something was not done."""
    match refused:
        case Refused.AWAY:
            return phrases.preferences.unkept
        case Refused.TOO_MANY:
            return phrases.classes.too_many.format(most=MOST_CLASSES)
        case _:
            return phrases.classes.unknown
