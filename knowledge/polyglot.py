"""Answers in our languages, and to messages in others with what they most likely mean, in English."""

from dataclasses import replace

from knowledge.answering import READ_AT_MOST, Answerer
from knowledge.dialogue import FollowUps
from knowledge.glossary import Interpreter
from knowledge.languages import ELSEWHERE
from knowledge.library import Library
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue, Outcome
from knowledge.shelf import NO_SHELF, Arrays, Shelf, packed, unpacked
from knowledge.text import words
from knowledge.tongues import UNLISTED, read_tongues

# How much of a message must have been understood before what it most likely means is said.
UNDERSTOOD = 0.5


class Polyglot(Answerer):
    """An answerer that knows when a message is in a language it does not answer in, and says so."""

    def __init__(self, library: Library, model: Model, followups: FollowUps, shelf: Shelf = NO_SHELF) -> None:
        """Take the parts, and what was learned from the shelf."""
        super().__init__(library, model, followups, shelf)
        self._starters = library.pack.starters
        self._elsewhere = library.spoken(ELSEWHERE)
        vocabulary = shelf.get("vocabulary", [library.digest], lambda: _vocabulary(library))
        names = frozenset(unpacked(vocabulary["names"]))
        self._tongues = read_tongues(library.glossary, unpacked(vocabulary["known"]), names)
        self._interpreter = Interpreter(library.glossary, names, self._tongues.small_words)

    def answer(self, text: str, dialogue: Dialogue) -> tuple[Outcome, Dialogue]:
        """Answer a message, whatever its language; see `Answerer.answer`."""
        known = self.just_taught(text, dialogue)
        tongue = None if known else self._tongues.recognise(text[:READ_AT_MOST])
        if tongue is None:
            return super().answer(text, dialogue)
        language = dialogue.choice or self._elsewhere
        gist = self._interpreter.gist(text[:READ_AT_MOST], None if tongue == UNLISTED else tongue)
        found, _ = super().answer(gist.english, Dialogue(language, choice=language))
        if found.act == "answer" and found.entry and gist.share >= UNDERSTOOD:
            outcome = replace(found, language=language, tongue=tongue)
        else:
            likely = found.options if found.act == "clarify" and gist.share >= UNDERSTOOD else self._starters
            outcome = Outcome("fallback", language, found.confidence, options=likely, tongue=tongue)
        return outcome, self.after(dialogue, outcome, text)

    def after(self, dialogue: Dialogue, outcome: Outcome, text: str | None = None) -> Dialogue:
        """Tell where a conversation stands after an outcome; see `Answerer.after`."""
        following = super().after(dialogue, outcome, text)
        return replace(following, offered=outcome.options) if outcome.tongue and outcome.entry is None else following


def _vocabulary(library: Library) -> Arrays:
    """Gather the words of the phrasings; one in those of every language is a name, or as good as one."""
    known = [
        {word for entry in library.entries.values() for text in entry.texts[code].phrasings for word in words(text)}
        for code in library.pack.languages
    ]
    return {"known": packed(sorted(set().union(*known))), "names": packed(sorted(set.intersection(*known)))}
