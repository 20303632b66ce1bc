"""What comes of a message: the values that travel from knowledge to whoever shows them."""

from dataclasses import dataclass
from typing import Literal

from knowledge.glossary import Elsewhere
from knowledge.languages import Language

Act = Literal["answer", "clarify", "source", "simplify", "more", "smalltalk", "fallback"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one message was understood.

    `entry` is the entry spoken of, if any. `options` are entry ids, best first: for `clarify` and `fallback` what is
    offered, for `answer` the runners-up. `confidence` is a probability from 0 to 1 that `entry` (or the refusal) is
    right. `intent` is the kind of small talk, and
    `said` what the bot says back to it. `tongue` is the language of a message in none of ours, read by its gist alone.
    """

    act: Act
    language: Language
    confidence: float = 1.0
    entry: str | None = None
    options: tuple[str, ...] = ()
    intent: str | None = None
    said: str | None = None
    tongue: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a conversation stands: the entry last spoken of, what was offered, and in which language.

    `choice` is the language that the person picked with /language; None leaves it to each message.
    """

    language: Language
    choice: Language | None = None
    entry: str | None = None
    offered: tuple[str, ...] = ()

    @property
    def prior(self) -> Language:
        """The language to expect of the next message."""
        return self.choice or self.language
