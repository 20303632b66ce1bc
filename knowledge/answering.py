"""A message and where the conversation stands, in; what comes of it, and where it stands then, out."""

import unicodedata
import zlib
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from typing import Self

import numpy as np

from knowledge.changes import Change
from knowledge.dialogue.apart import Apart
from knowledge.dialogue.context import SPARE, Contexts
from knowledge.dialogue.followups import FollowUps, Heard
from knowledge.dialogue.moves import Moves
from knowledge.dialogue.state import after
from knowledge.just_taught import NOTHING_TAUGHT, JustTaught
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.matching.decision import OFFERED, Judgement, Reading
from knowledge.matching.examples import CHATTER_MARK
from knowledge.matching.explanation import Explanation, explain
from knowledge.matching.model import Model
from knowledge.outcomes import Dialogue, Outcome, ReadAs
from knowledge.shelf import NO_SHELF, Shelf
from knowledge.text import words

# What is read of a message, in characters: a pasted page costs no more than a long question.
READ_AT_MOST = 1000
# How much more a first message of one word must speak for another language (added log-odds) to be taken for it: names
# and words that both have stay below half of that.
ONE_WORD_LEAD = 15.0
# What is left of the likeness of an act that asks for what the last answer does not link to.
LED_NOWHERE = 0.5
# The small talk that a message of emoji alone is taken for, if the pack has it.
EMOJI_INTENT = "emoji"


# From so many words on, a wording that the base has is a question of its own.
WHOLE_QUESTION = 4


class Answerer:
    """Answers from one library with the model that was fitted to it."""

    def __init__(self, library: Library, model: Model, followups: FollowUps, shelf: Shelf = NO_SHELF) -> None:
        """Take the parts, and learn how the entries stand to each other, or take what was learned from the shelf."""
        self._library = library
        self._model = model
        self.taught = NOTHING_TAUGHT
        self._followups = followups
        self._moves = Moves(library)
        self._apart = Apart(library, shelf)
        self._contexts = Contexts(library, model, self._apart, shelf)
        self._entries = len(library.entries)
        self._intents = [place for place, label in enumerate(model.reader.labels) if label.startswith(CHATTER_MARK)]

    def having_taught(self, changes: Iterable[Change]) -> Self:
        """Give the same answerer, that also knows word for word what changes in force taught and it did not learn."""

        def fits(change: Change) -> bool:
            known = self._model.reader.verbatim.find(words(change.text or ""))
            return known is None and (change.kind == "not-ours" or change.entry in self._library.entries)

        other = copy(self)
        other.taught = JustTaught.of(changes, fits)
        return other

    def explain(self, text: str) -> Explanation:
        """Tell what the matcher sees in a message that stands by itself."""
        return explain(self._model, text[:READ_AT_MOST])

    @property
    def sure_from(self) -> float:
        """The probability of being right from which it answers rather than asks, from 0 to 1."""
        return self._model.decision.answer_from

    @property
    def _plain_from(self) -> float:
        """From where a question is plain by itself, whatever was said before."""
        return (1 + self.sure_from) / 2

    def answer(self, text: str, dialogue: Dialogue) -> tuple[Outcome, Dialogue]:
        """Answer a message.

        Args:
            text: what was typed, of any length and script.
            dialogue: where the conversation stands.

        Returns:
            The outcome, and where the conversation stands after it.
        """
        text = text[:READ_AT_MOST]
        if taught := self.just_taught(text, dialogue):
            outcome = self._as_taught(taught, text, dialogue)
        else:
            outcome = self._understood(text, dialogue) if words(text) else self._wordless(text, dialogue)
        if outcome.act == "fallback" and dialogue.misses and not outcome.note:
            outcome = replace(outcome, note="lost")
        return self.set_apart(outcome), self.after(dialogue, outcome, text)

    def set_apart(self, outcome: Outcome) -> Outcome:
        """Add to an offer for each of its options the word that sets it apart from the others."""
        if outcome.act != "clarify":
            return outcome
        return replace(outcome, apart=self._apart.words(outcome.options, outcome.language))

    def after(self, dialogue: Dialogue, outcome: Outcome, text: str | None = None) -> Dialogue:
        """Tell where a conversation stands after an outcome of a message, or of a tap (without `text`)."""
        return after(self._library, dialogue, outcome, text)

    def _understood(self, text: str, dialogue: Dialogue) -> Outcome:
        heard = self.hear(text, dialogue)
        if heard.pick and heard.pick.entry in self._library.entries:
            read_as = ReadAs("option", f"{heard.pick.place} of {heard.pick.among}")
            return Outcome("answer", dialogue.prior, entry=heard.pick.entry, read_as=read_as)
        begun = dialogue.entry in self._library.entries
        if self.decided(heard, dialogue) and heard.act:
            return self._move(heard, dialogue)
        reading = self._model.reader.read(heard.question)
        judgement = self._model.decision.judge(reading)
        if heard.trimmed.bare and self._intents:
            best = max(self._intents, key=lambda place: reading.total[place])
            return self._chatter(self._model.reader.labels[best], text, self._language(reading, dialogue), 1.0)
        if not begun and (asked := self._going_on_from_nothing(heard, judgement, dialogue)):
            return asked
        if begun or dialogue.said == "clarify":
            return self._in_context(heard, reading, judgement, text, dialogue)
        return self._standing_alone(reading, judgement, text, dialogue)

    def hear(self, text: str, dialogue: Dialogue) -> Heard:
        """Hear a message as going on from a dialogue; an act for which the last answer has no link is less likely."""
        heard = self._followups.hear(text, dialogue, self._library.enumerated(dialogue.entry))
        if heard.act is None or self._moves.leads(heard.act.name, dialogue):
            return heard
        return replace(heard, act=replace(heard.act, likeness=heard.act.likeness * LED_NOWHERE))

    def decided(self, heard: Heard, dialogue: Dialogue) -> bool:
        """Tell whether what was heard needs no weighing: a pick, or after an answer an act in known words."""
        begun = dialogue.entry in self._library.entries
        return heard.pick is not None or (begun and heard.act is not None and heard.act.plain)

    def _going_on_from_nothing(self, heard: Heard, judgement: Judgement, dialogue: Dialogue) -> Outcome | None:
        """Ask of what an act or a continuation is, if nothing was answered yet and it is not plainly a question."""
        if judgement.first >= self._plain_from:
            return None
        if heard.act and heard.act.plain and heard.act.whole:
            return self._move(heard, dialogue)
        vague = heard.leaning.leads and not heard.leaning.content and not heard.trimmed.opened
        if vague and dialogue.said != "clarify":
            return self._moves.of_what(dialogue, dialogue.prior, ReadAs("elliptical", "with nothing before it"))
        return None

    def _move(self, heard: Heard, dialogue: Dialogue) -> Outcome:
        if heard.act is None:
            msg = "no act was heard to move by"
            raise ValueError(msg)
        language = heard.act.language if heard.act.length > 1 else dialogue.prior
        return self._moves.make(heard.act.name, dialogue, language)

    def _language(self, reading: Reading, dialogue: Dialogue) -> Language:
        known = self._model.reader.language
        if reading.length == 1 and dialogue.said is None and dialogue.choice is None:
            # Nothing was said yet that tells more than this word does.
            scores = dict(zip(known.languages, reading.languages.tolist(), strict=True))
            best = max(scores, key=lambda code: scores[code])
            return best if scores[best] - scores.get(dialogue.prior, 0) > ONE_WORD_LEAD else dialogue.prior
        return known.choose(reading.languages, reading.length, dialogue.prior, chosen=dialogue.choice is not None)

    def _in_context(
        self, heard: Heard, reading: Reading, judgement: Judgement, text: str, dialogue: Dialogue
    ) -> Outcome:
        if self._asks_word_for_word(text) and judgement.first >= self.sure_from and not heard.trimmed.corrects:
            return self._standing_alone(reading, judgement, text, dialogue)
        verdict = self._contexts.weigh(heard, reading, judgement, dialogue)
        if verdict.is_act:
            return replace(self._move(heard, dialogue), confidence=verdict.probability)
        if verdict.label is None and judgement.first >= self._plain_from and not heard.trimmed.corrects:
            # What is plain by itself is never refused for what was said before.
            return self._standing_alone(reading, judgement, text, dialogue)
        language = self._language(reading, dialogue)
        if verdict.label and verdict.label.startswith(CHATTER_MARK):
            return self._chatter(verdict.label, text, language, verdict.probability)
        outcome = self._contexts.outcome(verdict, heard, language, dialogue)
        alone = self._model.reader.labels[int(np.argmax(reading.total))]
        if outcome.entry == alone and judgement.first >= self._model.decision.answer_from:
            picks = dialogue.said == "clarify" and outcome.entry in dialogue.offered
            return outcome if heard.trimmed.corrects or picks else replace(outcome, read_as=ReadAs("new question"))
        again = outcome.act == "answer" and outcome.entry == dialogue.entry
        return replace(outcome, note="again") if again else outcome

    def just_taught(self, text: str, dialogue: Dialogue) -> Change | None:
        """Give what taught a message lately, word for word; within a conversation only that of a whole question."""
        taught = self.taught.find(text[:READ_AT_MOST])
        if taught is None:
            return None
        alone = dialogue.entry is None and dialogue.said != "clarify"
        leads = alone or len(words(text)) >= WHOLE_QUESTION
        return taught if leads and not self.decided(self.hear(text, dialogue), dialogue) else None

    def _as_taught(self, taught: Change, text: str, dialogue: Dialogue) -> Outcome:
        language, read_as = dialogue.choice or taught.language or dialogue.prior, ReadAs("new question")
        nearest = self._nearest(self._model.reader.read(text))
        others = tuple(name for name in nearest if name != taught.entry)[:OFFERED]
        if taught.kind == "not-ours":
            return Outcome("fallback", language, 1.0, options=others, read_as=read_as)
        return Outcome("answer", language, 1.0, entry=taught.entry, options=others, read_as=read_as)

    def _asks_word_for_word(self, text: str) -> bool:
        """Tell whether a message is a whole question that the base has, word for word, whatever was said before."""
        typed = words(text)
        return len(typed) >= WHOLE_QUESTION and self._model.reader.verbatim.find(typed) is not None

    def _standing_alone(self, reading: Reading, judgement: Judgement, text: str, dialogue: Dialogue) -> Outcome:
        language = self._language(reading, dialogue)
        best = self._model.reader.labels[int(np.argmax(reading.total[:-1]))]
        nearest = self._nearest(reading)
        read_as = ReadAs("new question")
        if judgement.first >= self._model.decision.answer_from:
            if best.startswith(CHATTER_MARK):
                return self._chatter(best, text, language, judgement.first)
            return Outcome(
                "answer", language, judgement.first, entry=nearest[0], options=nearest[1 : OFFERED + 1], read_as=read_as
            )
        if judgement.offered >= self._model.decision.offer_from:
            options = self._apart.choose(nearest, OFFERED)
            return Outcome("clarify", language, judgement.first, options=options, read_as=read_as)
        return Outcome("fallback", language, 1 - judgement.offered, options=nearest[:OFFERED], read_as=read_as)

    def _nearest(self, reading: Reading) -> tuple[str, ...]:
        order = np.argsort(-reading.total[: self._entries])[: OFFERED + SPARE]
        return tuple(self._model.reader.labels[position] for position in order)

    def _wordless(self, text: str, dialogue: Dialogue) -> Outcome:
        pictured = any(unicodedata.category(char) == "So" for char in text)
        if pictured and EMOJI_INTENT in self._library.chatter.get(dialogue.prior, {}):
            return self._chatter(CHATTER_MARK + EMOJI_INTENT, text, dialogue.prior, 1.0)
        return Outcome("fallback", dialogue.prior, read_as=ReadAs("no words"))

    def _chatter(self, label: str, text: str, language: Language, confidence: float) -> Outcome:
        intent = label.removeprefix(CHATTER_MARK)
        replies = self._library.chatter[language][intent].replies
        said = replies[zlib.crc32(text.encode("utf-8", "replace")) % len(replies)]
        read_as = ReadAs("small talk", intent)
        return Outcome("smalltalk", language, confidence, intent=intent, said=said, read_as=read_as)
