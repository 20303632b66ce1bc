"""A question in plain words, in a private chat or after /ask."""

from telegram import Update

from handlers.context import Context
from handlers.places import opened
from handlers.talk import Heard, conclude, dialogue_of, in_group, phrases_for, speaker_of, tell
from knowledge.strictness import strictly


async def ask(update: Update, context: Context) -> None:
    """Answer what was typed: a message, or the caption under a picture."""
    message = update.effective_message
    text = (message.text or message.caption or "") if message else ""
    await answer(update, context, Heard("text", text))


async def ask_command(update: Update, context: Context) -> None:
    """Answer the question behind /ask; without one, show how it is done."""
    question = " ".join(context.args or ())
    if question:
        await answer(update, context, Heard("command", question))
        return
    dialogue = await dialogue_of(update, context)
    example = context.services.library.starters[0].texts[dialogue.prior].question
    await tell(update, phrases_for(context, dialogue).ask.empty.format(example=example))


async def answer(update: Update, context: Context, heard: Heard) -> None:
    """Answer what was heard; in a group only what is surer than in private is answered at once."""
    speaker = await speaker_of(update, context)
    if await opened(update, context, heard.text or "", speaker.dialogue):
        return
    answerer = context.services.answerer
    outcome, _ = answerer.answer(heard.text or "", speaker.dialogue)
    if in_group(update):
        outcome = answerer.set_apart(strictly(outcome, answerer.sure_from))
    await conclude(update, context, speaker, outcome, heard)
