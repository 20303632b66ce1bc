"""Any outcome to the message that shows it."""

from dataclasses import replace
from html import escape

from telegram import LinkPreviewOptions

from handlers import replies
from handlers.elsewhere import from_elsewhere
from handlers.phrasebook import Phrasebook, Phrases
from handlers.replies import Reply
from handlers.spelled_out import unfolded, with_choices, with_full_source
from knowledge.entries import Entry
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.outcomes import Act, Outcome
from knowledge.preferences import LIKE_EVERYBODY, Preferences

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_PARTS = {"answer": replies.answer, "simplify": replies.simpler, "more": replies.more, "source": replies.source}


def render(
    library: Library, phrasebook: Phrasebook, outcome: Outcome, preferences: Preferences = LIKE_EVERYBODY
) -> Reply:
    """Render an outcome in its own language, as the person likes to be answered."""
    reply = _render(library, phrasebook, outcome, simple=preferences.simple)
    reply = replies.noted(library, phrasebook[outcome.language], outcome, reply)
    if not preferences.plain:
        return reply
    phrases, language = phrasebook[outcome.language], outcome.language
    if outcome.entry:
        reply = with_full_source(library, phrases, library.entries[outcome.entry], language, reply)
    return with_choices(unfolded(reply), phrases)


def render_alone(
    library: Library, phrases: Phrases, entry: Entry, language: Language, preferences: Preferences
) -> Reply:
    """Render an answer that leads to no other: with its parts, without what follows from it."""
    part = replies.simple_first if preferences.simple else replies.answer
    reply = part(library, phrases, entry, language)
    alone = replace(reply, rows=reply.rows[-2:] if preferences.simple else reply.rows[-1:])
    if not preferences.plain:
        return alone
    return unfolded(with_full_source(library, phrases, entry, language, alone))


def _render(library: Library, phrasebook: Phrasebook, outcome: Outcome, *, simple: bool) -> Reply:
    phrases, language = phrasebook[outcome.language], outcome.language
    options = [library.entries[option] for option in outcome.options]
    if outcome.tongue:
        return from_elsewhere(library, outcome, outcome.tongue)
    if outcome.act == "smalltalk":
        return Reply(escape(outcome.said or ""))
    if outcome.act == "clarify":
        return replies.clarify(phrases, options, language, outcome.apart)
    if outcome.entry is None:
        return replies.fallback(phrases, options, language)
    act: Act = "answer" if outcome.note == "onward" else outcome.act
    part = replies.simple_first if simple and act == "answer" else _PARTS[act]
    reply = part(library, phrases, library.entries[outcome.entry], language)
    shown = {step.entry for step in library.entries[outcome.entry].next}
    alternatives = [library.entries[other] for other in outcome.alternatives if other not in shown]
    return replies.with_alternatives(phrases, reply, alternatives, language)
