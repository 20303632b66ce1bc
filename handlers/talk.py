"""The steps that every handler shares: who is speaking and in which language, sending, and writing down."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TypedDict

from telegram import Chat, Message, ReplyParameters, Update
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from handlers.asking_back import asking_back
from handlers.context import Context
from handlers.in_browser import is_in_browser
from handlers.liking import liked_by, person_of
from handlers.phrasebook import Phrases
from handlers.recent import Asked
from handlers.rendering import NO_PREVIEW, render
from handlers.replies import Reply
from handlers.sharing import in_company, in_private
from handlers.spelled_out import choices_under
from knowledge.answering import READ_AT_MOST
from knowledge.classes import Class
from knowledge.dialogue.state import picked
from knowledge.languages import as_language
from knowledge.outcomes import Dialogue, Outcome
from knowledge.preferences import Preferences
from knowledge.records.pupils import Asking, class_of, note


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is to be answered: where their conversation stands, how they like it, and the open class they are in."""

    dialogue: Dialogue
    preferences: Preferences
    school_class: Class | None


def chat_of(update: Update) -> Chat:
    """Give the chat of an update that the filters let through; such an update always has one."""
    if update.effective_chat is None:
        msg = "an update without a chat passed the filters"
        raise TypeError(msg)
    return update.effective_chat


def in_group(update: Update) -> bool:
    """Tell whether an update comes from a group."""
    return chat_of(update).type in {ChatType.GROUP, ChatType.SUPERGROUP}


async def dialogue_of(update: Update, context: Context) -> Dialogue:
    """Tell where the conversation stands; a newcomer is expected to speak the language of their Telegram."""
    stored = await context.services.keeper.dialogue(chat_of(update).id, _member(update))
    spoken = context.services.library.spoken
    if stored:
        return replace(stored, language=spoken(stored.language), choice=stored.choice and spoken(stored.choice))
    user = update.effective_user
    own = as_language(user.language_code if user else None)
    # Who speaks in a group's name has no language of their own.
    around = None if own else await context.services.keeper.spoken_in(chat_of(update).id)
    return Dialogue(spoken(own or around or context.services.default_language))


async def speaker_of(update: Update, context: Context) -> Speaker:
    """Tell who is to be answered; asked for at once, what is known of them is read in one go."""
    return Speaker(
        *await asyncio.gather(dialogue_of(update, context), liked_by(update, context), _class_of(update, context))
    )


async def _class_of(update: Update, context: Context) -> Class | None:
    """Give the open class that a private chat is in."""
    services = context.services
    return None if in_group(update) else await class_of(services.keeper, chat_of(update).id, services.now())


async def keep(update: Update, context: Context, dialogue: Dialogue) -> None:
    """Keep where the conversation stands: in a group that of the person who speaks, of each their own."""
    await context.services.keeper.keep(chat_of(update).id, dialogue, _member(update))


def _member(update: Update) -> int | None:
    """Give who speaks in a group; None in a private chat, which has one conversation."""
    return person_of(update) if in_group(update) else None


def phrases_for(context: Context, dialogue: Dialogue) -> Phrases:
    """Give the sentences in the language that the person expects."""
    return context.services.phrasebook[dialogue.prior]


class Place(TypedDict):
    """Where in its chat a message goes, and what it replies to."""

    message_thread_id: int | None
    reply_parameters: ReplyParameters | None


def place_of(update: Update) -> Place:
    """Give the place of what comes back: the same topic if the chat has topics; in a group it replies to who asked."""
    message = update.effective_message
    asked = message if message and update.callback_query is None and in_group(update) else None
    return {
        "message_thread_id": message.message_thread_id if message and message.is_topic_message else None,
        "reply_parameters": ReplyParameters(asked.message_id, allow_sending_without_reply=True) if asked else None,
    }


async def send(update: Update, reply: Reply) -> Message:
    """Send a message to the chat, in its place there."""
    return await chat_of(update).send_message(
        reply.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=reply.keyboard,
        **place_of(update),
    )


async def tell(update: Update, sentence: str) -> None:
    """Send a plain sentence, escaped here so that no caller has to remember it."""
    await send(update, Reply(escape(sentence)))


async def change(update: Update, reply: Reply) -> None:
    """Put a message in the place of the one that was tapped; if that can't be changed any more, send it anew."""
    query = update.callback_query
    if query and query.message and query.message.is_accessible:
        try:
            await query.edit_message_text(
                reply.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=reply.keyboard
            )
        except BadRequest as error:
            # A second tap on the same button: the message shows what is wanted already.
            if "not modified" in error.message:
                return
        else:
            return
    await send(update, reply)


@dataclass(frozen=True, slots=True)
class Heard:
    """How a message came in (text, command, link, tap, mention or reply), and its text if it had one.

    `in_full` asks for the whole answer of who else gets the simple one first.
    """

    via: str
    text: str | None = None
    in_full: bool = False


async def offer(update: Update, context: Context, dialogue: Dialogue, entries: Sequence[str]) -> None:
    """Remember what was just offered, so that "the second" can be typed as well as tapped."""
    await keep(update, context, replace(dialogue, offered=tuple(entries), unclear=None))


async def conclude(update: Update, context: Context, speaker: Speaker, outcome: Outcome, heard: Heard) -> None:
    """Show an outcome, then write down what came of the message and where the chat stands now."""
    services, chat_id = context.services, chat_of(update).id
    preferences = _wished(speaker, heard)
    reply = render(services.library, services.phrasebook, outcome, preferences)
    surrounded = in_company if in_group(update) else in_private
    reply = surrounded(services.library, services.phrasebook[outcome.language], outcome, reply, context.bot.username)
    asked = Asked(heard.text, heard.via, outcome.options)
    # In a browser nobody will be there to be told later.
    if not in_group(update) and not (outcome.act == "fallback" and is_in_browser(chat_id)):
        back = asking_back(services.phrasebook[outcome.language], outcome, asked, preferences)
        reply = replace(reply, rows=(*reply.rows, *back))
    if len(heard.text or "") > READ_AT_MOST:
        notice = services.phrasebook[outcome.language].ask.too_long
        reply = replace(reply, html=f"<i>{escape(notice)}</i>\n\n{reply.html}")
    message = await send(update, reply)
    services.recent.remember(chat_id, message.message_id, asked)
    following = services.answerer.after(speaker.dialogue, outcome, heard.text)
    if outcome.entry is None or preferences.plain:
        # Topics and cards have numbers too: what is typed must pick what stands there.
        following = replace(following, offered=choices_under(reply) or following.offered)
    services.watch.outcome(outcome)
    # Together they are one transaction; if one fails, the other is waited for all the same.
    done = await asyncio.gather(
        keep(update, context, following),
        services.keeper.record(chat_id, outcome, via=heard.via, text=heard.text, base=services.library.digest),
        return_exceptions=True,
    )
    for failure in filter(None, done):
        raise failure
    if speaker.school_class:
        asking = Asking(chat_id, speaker.school_class.id, heard.via, heard.text, services.now())
        await note(services.keeper, asking, outcome)
    if picked(speaker.dialogue, outcome):
        await services.keeper.learn(chat_id, speaker.dialogue, outcome, via=heard.via)


def _wished(speaker: Speaker, heard: Heard) -> Preferences:
    """Tell how to answer this time: as the person likes it, in a class as the class does, and in full if asked to."""
    simple = speaker.preferences.simple or bool(speaker.school_class and speaker.school_class.simple)
    return replace(speaker.preferences, simple=simple and not heard.in_full)
