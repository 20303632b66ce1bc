"""The fitted model: everything that is needed to read a question."""

from dataclasses import dataclass

from knowledge.matching.decision import Decision, Reading
from knowledge.matching.language import LanguageModel
from knowledge.matching.signals import Linear, Nearest, Signal, blend
from knowledge.matching.spelling import Speller
from knowledge.matching.vectors import Space
from knowledge.text import words

# What each signal adds: the linear model, the nearest example, the wording of the answer. With many phrasings an
# entry the linear model needs little help; with few (a young pack) the other two matter more.
SHARES = (1.0, 0.25, 0.25)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions with every signal. `labels` are entry ids, then small talk, then what is not ours."""

    labels: tuple[str, ...]
    space: Space
    speller: Speller
    linear: Linear
    nearest: Nearest
    about: Nearest
    language: LanguageModel

    def read(self, question: str) -> Reading:
        """Tell what the signals see in a question."""
        vector = self.space.vector(self.speller.mend(question))
        signals: tuple[Signal, ...] = (self.linear, self.nearest, self.about)
        linear, nearest, about = (signal.scores(vector) for signal in signals)
        return Reading(
            total=blend((linear, nearest, about), SHARES),
            linear=linear,
            nearest=nearest,
            known_share=self.speller.known_share(question),
            length=len(words(question)),
            languages=self.language.scores(vector),
        )


@dataclass(frozen=True, slots=True)
class Model:
    """A reader and the decision that was learned from its readings."""

    reader: Reader
    decision: Decision
