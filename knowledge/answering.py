"""A message and where the conversation stands, in; what comes of it, and where it stands then, out."""

import unicodedata
import zlib
from dataclasses import replace

import numpy as np

from knowledge.dialogue import Asked, FollowUps, Picked
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.matching.decision import OFFERED, Reading
from knowledge.matching.examples import CHATTER_MARK
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue, Outcome
from knowledge.text import words

# What is read of a message, in characters: a pasted page costs no more than a long question.
READ_AT_MOST = 1000
# The small talk that a message of emoji alone is taken for, if the pack has it.
EMOJI_INTENT = "emoji"


class Answerer:
    """Answers from one library with the model that was fitted to it."""

    def __init__(self, library: Library, model: Model, followups: FollowUps) -> None:
        """Take the parts; nothing is computed until a message comes."""
        self._library = library
        self._model = model
        self._followups = followups
        self._entries = len(library.entries)

    @property
    def sure_from(self) -> float:
        """The probability of being right from which it answers rather than asks, from 0 to 1."""
        return self._model.decision.answer_from

    def answer(self, text: str, dialogue: Dialogue) -> tuple[Outcome, Dialogue]:
        """Answer a message.

        Args:
            text: what was typed, of any length and script.
            dialogue: where the conversation stands.

        Returns:
            The outcome, and where the conversation stands after it.
        """
        text = text[:READ_AT_MOST]
        if not words(text):
            outcome = self._wordless(text, dialogue)
        elif going_on := self._going_on(text, dialogue):
            outcome = going_on
        else:
            outcome = self._standing_alone(text, dialogue)
        return outcome, self.after(dialogue, outcome)

    def after(self, dialogue: Dialogue, outcome: Outcome) -> Dialogue:
        """Tell where a conversation stands after an outcome, also one that came of a tap."""
        if outcome.act == "answer" and outcome.entry:
            offered = tuple(step.entry for step in self._library.entries[outcome.entry].next)
        elif outcome.act == "clarify":
            offered = outcome.options
        else:
            offered = dialogue.offered
        return replace(dialogue, language=outcome.language, entry=outcome.entry or dialogue.entry, offered=offered)

    def _going_on(self, text: str, dialogue: Dialogue) -> Outcome | None:
        understood = self._followups.understand(text, dialogue)
        if understood is None or understood.entry not in self._library.entries:
            return None
        match understood:
            case Picked(entry, language):
                return Outcome("answer", language, entry=entry)
            case Asked(act, entry, language):
                return Outcome(act, language, entry=entry)

    def _standing_alone(self, text: str, dialogue: Dialogue) -> Outcome:
        reading = self._model.reader.read(text)
        language = self._model.reader.language.choose(
            reading.languages, reading.length, dialogue.prior, chosen=dialogue.choice is not None
        )
        judgement = self._model.decision.judge(reading)
        best = self._model.reader.labels[int(np.argmax(reading.total[:-1]))]
        nearest = self._nearest(reading)
        if judgement.first >= self._model.decision.answer_from:
            if best.startswith(CHATTER_MARK):
                return self._chatter(best.removeprefix(CHATTER_MARK), text, language, judgement.first)
            return Outcome("answer", language, judgement.first, entry=nearest[0], options=nearest[1:])
        if judgement.offered >= self._model.decision.offer_from:
            return Outcome("clarify", language, judgement.first, options=nearest[:OFFERED])
        return Outcome("fallback", language, 1 - judgement.offered, options=nearest[:OFFERED])

    def _nearest(self, reading: Reading) -> tuple[str, ...]:
        order = np.argsort(-reading.total[: self._entries])[: OFFERED + 1]
        return tuple(self._model.reader.labels[position] for position in order)

    def _wordless(self, text: str, dialogue: Dialogue) -> Outcome:
        pictured = any(unicodedata.category(char) == "So" for char in text)
        if pictured and EMOJI_INTENT in self._library.chatter[dialogue.prior]:
            return self._chatter(EMOJI_INTENT, text, dialogue.prior, 1.0)
        return Outcome("fallback", dialogue.prior)

    def _chatter(self, intent: str, text: str, language: Language, confidence: float) -> Outcome:
        replies = self._library.chatter[language][intent].replies
        said = replies[zlib.crc32(text.encode("utf-8", "replace")) % len(replies)]
        return Outcome("smalltalk", language, confidence, intent=intent, said=said)
