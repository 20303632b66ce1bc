"""The machine-readable door: one JSON object a line in, one a line out, in order."""

import json
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.app import Knowledge
from bot.plain import plain_text
from handlers.rendering import render
from knowledge.languages import LANGUAGES, Language, as_language
from knowledge.outcomes import Dialogue, Outcome

# How many chats are kept going at once; the one that was silent longest is forgotten first.
KEPT_CHATS = 10_000


class BadLineError(Exception):
    """A line that can't be answered; the message says why."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one line asks; `why` wants to know how it was read."""

    text: str
    language: Language | None
    chat: str | None
    why: bool


class Door:
    """Answers lines, each chat in its own conversation; nothing is written down."""

    def __init__(self, knowledge: Knowledge, default_language: Language) -> None:
        """Take what answers, and the language of chats of which nothing is known."""
        self._knowledge = knowledge
        self._default_language = default_language
        self._dialogues: OrderedDict[str, Dialogue] = OrderedDict()

    def answer_lines(self, lines: Iterable[str | bytes]) -> Iterator[str]:
        """Yield the answer to each line; a line that is no good gives `{"error": …}`. Blank lines are passed over."""
        for line in lines:
            if line.strip():
                try:
                    answer = self._answer(_read(line))
                except BadLineError as error:
                    answer = {"error": str(error)}
                yield json.dumps(answer, ensure_ascii=False)

    def outcome(self, text: str, language: Language | None = None, chat: str | None = None) -> Outcome:
        """Answer a message in a chat; without a chat it stands on its own."""
        spoken = self._knowledge.library.spoken
        known = self._dialogues.pop(chat, None) if chat is not None else None
        dialogue = known or Dialogue(spoken(self._default_language))
        if language:
            dialogue = replace(dialogue, language=spoken(language), choice=spoken(language))
        outcome, dialogue = self._knowledge.answerer.answer(text, dialogue)
        if chat is not None:
            self._dialogues[chat] = dialogue
        if len(self._dialogues) > KEPT_CHATS:
            self._dialogues.popitem(last=False)
        return outcome

    def why(self, text: str, outcome: Outcome) -> dict[str, Any]:
        """Tell how a message was read: in which way, and what the matcher saw in it by itself.

        `candidates` are the likeliest readings, best first, each with its probability and what each signal adds.
        """
        read_as = {"read_as": str(outcome.read_as)} if outcome.read_as else {}
        seen = self._knowledge.answerer.explain(text)
        return read_as | {
            "words": " ".join(seen.mended),
            "known": round(seen.known_share, 2),
            "familiar": round(seen.familiar, 2),
            "first": round(seen.judgement.first, 3),
            "offered": round(seen.judgement.offered, 3),
            "answers_from": round(seen.answer_from, 3),
            "offers_from": round(seen.offer_from, 3),
            "candidates": [
                {"entry": found.label, "probability": round(found.probability, 3), "signals": found.signals}
                for found in seen.candidates
            ],
        }

    def _answer(self, asked: _Asked) -> dict[str, Any]:
        start = time.perf_counter()
        outcome = self.outcome(asked.text, asked.language, asked.chat)
        elapsed = (time.perf_counter() - start) * 1000
        library = self._knowledge.library
        pointers = library.entries[outcome.entry].sources if outcome.entry else ()
        answer = {
            "act": outcome.act,
            "entry": outcome.entry,
            "options": outcome.options,
            "confidence": round(outcome.confidence, 4),
            "lang": outcome.language,
            "text": plain_text(render(library, self._knowledge.phrasebook, outcome).html),
            "sources": [pointer.model_dump() for pointer in pointers],
            "ms": round(elapsed, 3),
        }
        return answer | {"why": self.why(asked.text, outcome)} if asked.why else answer


def _read(line: str | bytes) -> _Asked:
    try:
        asked = json.loads(line)
    except (RecursionError, ValueError) as error:
        msg = f"not JSON: {error}"
        raise BadLineError(msg) from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        msg = 'not an object with a "text"'
        raise BadLineError(msg)
    code = asked.get("lang")
    if code is not None and code not in LANGUAGES:
        msg = f'"lang" is none of {", ".join(LANGUAGES)} or null'
        raise BadLineError(msg)
    chat = asked.get("chat")
    return _Asked(asked["text"], as_language(code), None if chat is None else str(chat), asked.get("why") is True)
