"""How the commands and the bot's descriptions are published in every language."""

from telegram import BotCommand
from telegram.ext import ExtBot

from handlers.phrasebook import COMMAND_NAMES, Phrasebook
from knowledge.languages import Language
from knowledge.library import Library

# What Telegram shows to people whose own language is none of ours.
ELSEWHERE: Language = "en"


async def publish(bot: ExtBot[None], library: Library, phrasebook: Phrasebook) -> None:
    """Tell Telegram the commands and the descriptions, per language and for everybody else.

    Raises:
        telegram.error.TelegramError: Telegram refused, or could not be reached.
    """
    elsewhere = library.spoken(ELSEWHERE)
    for language in library.pack.languages:
        for code in [language, None] if language == elsewhere else [language]:
            face, words = library.face(language), phrasebook[language].commands
            await bot.set_my_commands([BotCommand(name, words[name]) for name in COMMAND_NAMES], language_code=code)
            await bot.set_my_description(face.description, language_code=code)
            await bot.set_my_short_description(face.short_description, language_code=code)
