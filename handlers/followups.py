"""Taps on the buttons under an answer: another entry, the whole answer, simpler, more, source."""

from telegram import Update

from handlers.buttons import Tap, Verb
from handlers.context import Context
from handlers.talk import Heard, conclude, speaker_of, tell
from knowledge.outcomes import Act, Outcome

ACTS: dict[Verb, Act] = {
    Verb.ENTRY: "answer",
    Verb.WHOLE: "answer",
    Verb.SIMPLER: "simplify",
    Verb.MORE: "more",
    Verb.SOURCE: "source",
}


async def follow(update: Update, context: Context, tap: Tap) -> None:
    """Show what a button under an answer promises; if its entry is gone, say so."""
    if tap.about not in context.services.library.entries:
        await tell(update, context.services.phrasebook[tap.language].callback.stale)
        return
    outcome = Outcome(ACTS[tap.verb], tap.language, entry=tap.about)
    heard = Heard("tap", in_full=tap.verb is Verb.WHOLE)
    await conclude(update, context, await speaker_of(update, context), outcome, heard)
