"""Any outcome to the message that shows it."""

from html import escape

from handlers import replies
from handlers.phrasebook import Phrasebook
from handlers.replies import Reply
from knowledge.library import Library
from knowledge.outcomes import Outcome

_PARTS = {"answer": replies.answer, "simplify": replies.simpler, "more": replies.more, "source": replies.source}


def render(library: Library, phrasebook: Phrasebook, outcome: Outcome) -> Reply:
    """Render an outcome in its own language."""
    phrases, language = phrasebook[outcome.language], outcome.language
    options = [library.entries[option] for option in outcome.options]
    if outcome.act == "smalltalk":
        return Reply(escape(outcome.said or ""))
    if outcome.act == "clarify":
        return replies.clarify(phrases, options, language)
    if outcome.entry is None:
        return replies.fallback(library, phrases, options, language)
    return _PARTS[outcome.act](library, phrases, library.entries[outcome.entry], language)
