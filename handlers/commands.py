"""How the commands and the bot's descriptions are published, in every language and for every kind of chat."""

from collections.abc import Mapping

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.ext import ExtBot

from handlers.phrasebook import COMMAND_NAMES, CommandName, Phrasebook
from knowledge.languages import ELSEWHERE
from knowledge.library import Library

FOR_ADMINISTRATORS: tuple[CommandName, ...] = ("quiet", "lively")
IN_PRIVATE: tuple[CommandName, ...] = tuple(name for name in COMMAND_NAMES if name not in FOR_ADMINISTRATORS)
IN_GROUPS: tuple[CommandName, ...] = (
    "ask",
    "topics",
    "distinctions",
    "map",
    "random",
    "lesson",
    "quiz",
    "sort",
    "story",
    "sources",
    "language",
    "privacy",
    "help",
)

_SCOPES: Mapping[BotCommandScope, tuple[CommandName, ...]] = {
    BotCommandScopeDefault(): IN_PRIVATE,
    BotCommandScopeAllPrivateChats(): IN_PRIVATE,
    BotCommandScopeAllGroupChats(): IN_GROUPS,
    BotCommandScopeAllChatAdministrators(): (*IN_GROUPS, *FOR_ADMINISTRATORS),
}


async def publish(bot: ExtBot[None], library: Library, phrasebook: Phrasebook) -> None:
    """Tell Telegram the commands and the descriptions, per language and for everybody else.

    Raises:
        telegram.error.TelegramError: Telegram refused, or could not be reached.
    """
    elsewhere = library.spoken(ELSEWHERE)
    for language in library.pack.languages:
        for code in [language, None] if language == elsewhere else [language]:
            face, words = library.face(language), phrasebook[language].commands
            for scope, names in _SCOPES.items():
                commands = [BotCommand(name, words[name]) for name in names]
                await bot.set_my_commands(commands, scope=scope, language_code=code)
            await bot.set_my_description(face.description, language_code=code)
            await bot.set_my_short_description(face.short_description, language_code=code)
