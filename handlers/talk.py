"""The steps that every handler shares: who is speaking and in which language, sending, and writing down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from telegram import Chat, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.context import Context
from handlers.liking import liked_by
from handlers.phrasebook import Phrases
from handlers.rendering import render
from handlers.replies import Reply
from knowledge.answering import READ_AT_MOST
from knowledge.languages import as_language
from knowledge.outcomes import Dialogue, Outcome

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def chat_of(update: Update) -> Chat:
    """Give the chat of an update that the filters let through; such an update always has one."""
    if update.effective_chat is None:
        msg = "an update without a chat passed the filters"
        raise TypeError(msg)
    return update.effective_chat


async def dialogue_of(update: Update, context: Context) -> Dialogue:
    """Tell where the chat stands; a newcomer is expected to speak the language that their Telegram is set to."""
    stored = await context.services.keeper.dialogue(chat_of(update).id)
    spoken = context.services.library.spoken
    if stored:
        return replace(stored, language=spoken(stored.language), choice=stored.choice and spoken(stored.choice))
    user = update.effective_user
    return Dialogue(spoken(as_language(user.language_code if user else None) or context.services.default_language))


def phrases_for(context: Context, dialogue: Dialogue) -> Phrases:
    """Give the sentences in the language that the person expects."""
    return context.services.phrasebook[dialogue.prior]


async def send(update: Update, reply: Reply) -> None:
    """Send a message to the chat, in the same topic if the chat has topics."""
    message = update.effective_message
    await chat_of(update).send_message(
        reply.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=reply.keyboard,
        message_thread_id=message.message_thread_id if message and message.is_topic_message else None,
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
    """How a message came in (text, command, link or tap), and its text if it had one.

    `in_full` asks for the whole answer of who else gets the simple one first.
    """

    via: str
    text: str | None = None
    in_full: bool = False


async def offer(update: Update, context: Context, dialogue: Dialogue, entries: Sequence[str]) -> None:
    """Remember what was just offered, so that "the second" can be typed as well as tapped."""
    await context.services.keeper.keep(chat_of(update).id, replace(dialogue, offered=tuple(entries)))


async def conclude(update: Update, context: Context, dialogue: Dialogue, outcome: Outcome, heard: Heard) -> None:
    """Show an outcome, then write down what came of the message and where the chat stands now."""
    services = context.services
    preferences = await liked_by(update, context)
    if heard.in_full:
        preferences = replace(preferences, simple=False)
    reply = render(services.library, services.phrasebook, outcome, preferences)
    if len(heard.text or "") > READ_AT_MOST:
        notice = services.phrasebook[outcome.language].ask.too_long
        reply = replace(reply, html=f"<i>{escape(notice)}</i>\n\n{reply.html}")
    await send(update, reply)
    chat_id = chat_of(update).id
    await services.keeper.keep(chat_id, services.answerer.after(dialogue, outcome))
    await services.keeper.record(chat_id, outcome, via=heard.via, text=heard.text)
