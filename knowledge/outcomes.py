"""What comes of a message: the values that travel from knowledge to whoever shows them."""

from dataclasses import dataclass, field
from typing import Literal

from knowledge.glossary import Elsewhere
from knowledge.languages import Language

Act = Literal["answer", "clarify", "source", "simplify", "more", "smalltalk", "fallback"]

# What is said around an outcome that would be odd without it: there is nothing yet of which to give the source; that
# was all, this follows from it; there is nothing before this; the essay says no more; the second miss in a row; that is
# in the answer just given.
Note = Literal["nothing-yet", "onward", "nothing-before", "withheld", "lost", "again"]


# Below this probability of being right, an answer comes with so many others that may have been meant.
SURE = 0.9
SUGGESTED = 2


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How a message was read, for `ask --why`: in which way, and in plain words what that rests on."""

    way: Literal["new question", "option", "act", "elliptical", "correction", "small talk", "no words"]
    detail: str = ""

    def __str__(self) -> str:
        """Say it on one line: "option 2 of 3", "act: source", "elliptical, with bees-honey"."""
        joint = {"option": " ", "act": ": "}.get(self.way, ", ")
        return f"{self.way}{joint}{self.detail}" if self.detail else self.way


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one message was understood.

    `entry` is the entry spoken of, if any. `options` are entry ids, best first: for `clarify` and `fallback` what is
    offered, for `answer` the runners-up. `confidence` is a probability from 0 to 1 that `entry` (or the refusal) is
    right. `intent` is the kind of small talk, and `said` what the bot says back to it. `tongue` is the language of a
    message in none of ours, read by its gist alone. `note` asks for a sentence around it. `apart` has for each option
    that is offered the word that sets it apart from the others, or "". `read_as` explains it and is no part of what it
    is.
    """

    act: Act
    language: Language
    confidence: float = 1.0
    entry: str | None = None
    options: tuple[str, ...] = ()
    intent: str | None = None
    said: str | None = None
    tongue: Elsewhere | None = None
    note: Note | None = None
    apart: tuple[str, ...] = ()
    read_as: ReadAs | None = field(default=None, compare=False)

    @property
    def alternatives(self) -> tuple[str, ...]:
        """What else may have been meant, to be suggested under an answer that is not quite sure; best first."""
        return self.options[:SUGGESTED] if self.act == "answer" and self.confidence < SURE else ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a conversation stands: the entry last spoken of, what was offered, and in which language.

    `choice` is the language that the person picked with /language; None leaves it to each message. `earlier` are the
    entries answered with before, the latest last. `listed` is what the entry was picked from, `runners` what else the
    last question may have meant, `rejected` what the person said was not meant. `said` is what the bot did last.
    `unclear` is the question that the offered entries are to clear up. `misses` counts refusals in a row.
    """

    language: Language
    choice: Language | None = None
    entry: str | None = None
    offered: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    runners: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    said: Act | None = None
    unclear: str | None = None
    misses: int = 0

    @property
    def prior(self) -> Language:
        """The language to expect of the next message."""
        return self.choice or self.language
