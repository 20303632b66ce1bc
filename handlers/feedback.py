"""Taps on what an answer was worth: kept, acknowledged on the buttons, and after "not my question" the next best."""

from html import escape

from telegram import Update

from handlers.asking_back import VERDICTS, VOTING, voted_row, voting_row
from handlers.buttons import Tap
from handlers.context import Context
from handlers.liking import as_liked, liked_by, person_of
from handlers.recent import Asked
from handlers.replies import Reply, entry_rows
from handlers.rows import Change, change_row
from handlers.talk import chat_of, dialogue_of, in_group, offer, send, tell
from knowledge.feedback import Vote
from knowledge.records.feedback import keep_vote

# As many as when it is not clear what is meant.
NEXT_BEST = 3


async def vote(update: Update, context: Context, tap: Tap) -> None:
    """Keep what an answer was worth to the person."""
    services, phrases = context.services, context.services.phrasebook[tap.language]
    message_id, asked = _voted_on(update, context, tap)
    if message_id is None:
        await tell(update, phrases.callback.stale)
        return
    via, text = (asked.via, asked.text) if asked else (None, None)
    given = Vote(tap.about, VERDICTS[tap.verb], tap.language, via, text)
    if not await keep_vote(services.keeper, person_of(update), message_id, given):
        await tell(update, phrases.preferences.unkept)
        return
    row = voted_row(phrases, tap, await liked_by(update, context))
    changed = await change_row(update, VOTING, row)
    if given.verdict == "unanswered" and changed is not Change.ALREADY:
        await _show_next_best(update, context, tap, asked, thanked=changed is not Change.GONE)
    elif changed is Change.GONE:
        await tell(update, phrases.feedback.thanks)


async def reopen(update: Update, context: Context, tap: Tap) -> None:
    """Show the choices again; what was chosen stays until another is."""
    phrases = context.services.phrasebook[tap.language]
    message_id, asked = _voted_on(update, context, tap)
    row = voting_row(phrases, tap.language, tap.about, asked, await liked_by(update, context))
    if message_id is None or await change_row(update, VOTING, row) is Change.GONE:
        await tell(update, phrases.callback.stale)


def _voted_on(update: Update, context: Context, tap: Tap) -> tuple[int | None, Asked | None]:
    """Give the message that was voted on and the question that it answers; None if it is none that can be."""
    query = update.callback_query
    if not (query and query.message) or in_group(update) or tap.about not in context.services.library.entries:
        return None, None
    message_id = query.message.message_id
    return message_id, context.services.recent.find(chat_of(update).id, message_id)


async def _show_next_best(update: Update, context: Context, tap: Tap, asked: Asked | None, *, thanked: bool) -> None:
    """Offer what came second when the question was read; where that is forgotten, what the answer leads to.

    Unless the person was `thanked` on the buttons already, this message does it too.
    """
    library = context.services.library
    second = asked.options if asked else [step.entry for step in library.entries[tap.about].next]
    nearest = [name for name in second if name != tap.about and name in library.entries][:NEXT_BEST]
    phrases = context.services.phrasebook[tap.language]
    rows = entry_rows((library.entries[name] for name in nearest), tap.language)
    text = phrases.feedback.nearest if nearest else phrases.ask.fallback_bare
    if asked and asked.text:
        text = f"{phrases.feedback.kept} {text}"
    elif not thanked:
        text = f"{phrases.feedback.thanks} {text}"
    reply = Reply(escape(text), rows)
    await send(update, await as_liked(update, context, phrases, reply))
    await offer(update, context, await dialogue_of(update, context), nearest)
