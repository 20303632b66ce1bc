"""Rows of buttons with which the bot asks back: was this an answer, and shall it tell when there is one."""

from collections.abc import Mapping

from handlers.buttons import Tap, Verb
from handlers.phrasebook import Phrases
from handlers.recent import Asked
from handlers.replies import Row, Rows, button
from knowledge.feedback import Verdict
from knowledge.languages import Language
from knowledge.outcomes import Outcome
from knowledge.preferences import Preferences

VERDICTS: Mapping[Verb, Verdict] = {
    Verb.HELPFUL: "helpful",
    Verb.UNHELPFUL: "unhelpful",
    Verb.UNANSWERED: "unanswered",
}
VOTING = frozenset({*VERDICTS, Verb.REVOTE})
WAITING = frozenset({Verb.AWAIT, Verb.NEVER_MIND})

# Each stands before a word that says the same, and is left out for screen readers.
_SYMBOLS: Mapping[Verdict, str] = {"helpful": "👍 ", "unhelpful": "👎 ", "unanswered": ""}


def asking_back(phrases: Phrases, outcome: Outcome, asked: Asked, preferences: Preferences) -> Rows:
    """Give the row under an answer, or under a refusal of something that was typed; none under anything else."""
    # Whoever does not write in a language of ours is not asked in one.
    if outcome.tongue:
        return ()
    if outcome.act == "answer" and outcome.entry:
        return (voting_row(phrases, outcome.language, outcome.entry, asked, preferences),)
    if outcome.act == "fallback" and asked.text:
        return (waiting_row(phrases, outcome.language),)
    return ()


def voting_row(phrases: Phrases, language: Language, entry: str, asked: Asked | None, preferences: Preferences) -> Row:
    """Ask what an answer was worth; that it answers another question can be said only where one was asked."""
    was_read = asked is None or bool(asked.options)
    return tuple(
        button(_label(phrases, verdict, preferences), Tap(verb, language, entry))
        for verb, verdict in VERDICTS.items()
        if was_read or verdict != "unanswered"
    )


def voted_row(phrases: Phrases, tap: Tap, preferences: Preferences) -> Row:
    """Acknowledge a vote, which can be taken back."""
    label = phrases.feedback.noted.format(verdict=_label(phrases, VERDICTS[tap.verb], preferences))
    return (button(label, Tap(Verb.REVOTE, tap.language, tap.about)),)


def waiting_row(phrases: Phrases, language: Language) -> Row:
    """Offer to tell when there is an answer."""
    return (button(phrases.waiting.wait, Tap(Verb.AWAIT, language)),)


def promised_row(phrases: Phrases, language: Language, wish: str) -> Row:
    """Promise it, and offer to leave it."""
    return (button(phrases.waiting.never_mind, Tap(Verb.NEVER_MIND, language, wish)),)


def _label(phrases: Phrases, verdict: Verdict, preferences: Preferences) -> str:
    words: Mapping[Verdict, str] = {
        "helpful": phrases.feedback.helpful,
        "unhelpful": phrases.feedback.unhelpful,
        "unanswered": phrases.feedback.unanswered,
    }
    return ("" if preferences.plain else _SYMBOLS[verdict]) + words[verdict]
