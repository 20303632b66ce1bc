"""The fitted model: everything that is needed to read a question."""

from dataclasses import dataclass

from knowledge.matching.decision import Decision, Reading
from knowledge.matching.familiarity import Familiarity
from knowledge.matching.language import LanguageModel
from knowledge.matching.meaning import Meaning
from knowledge.matching.ranking import SIGNALS, Ranker, Signals
from knowledge.matching.spelling import Speller
from knowledge.matching.vectors import Space
from knowledge.matching.verbatim import LEAD, Verbatim
from knowledge.text import words

MEANING = SIGNALS.index("meaning")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions with every signal. `labels` are entry ids, then small talk, then what is not ours."""

    labels: tuple[str, ...]
    space: Space
    speller: Speller
    signals: Signals
    familiarity: Familiarity
    verbatim: Verbatim
    ranker: Ranker
    language: LanguageModel
    meaning: Meaning | None = None

    def read(self, question: str) -> Reading:
        """Tell what the signals see in a question."""
        typed = words(question)
        mended = self.speller.mend(typed)
        vector = self.space.vector(mended)
        signals = self.signals.of(vector, typed)
        if self.meaning:
            signals[MEANING] = self.meaning.scores(question)
        total = self.ranker.scores(signals)
        if (label := self.verbatim.find(typed)) is not None:
            total[label] += LEAD
        return Reading(
            total=total,
            signals=signals,
            familiar=self.familiarity.score(vector),
            known_share=self.speller.known_share(typed),
            understood=vector.ends[0] > 0,
            length=len(typed),
            languages=self.language.scores(vector),
        )


@dataclass(frozen=True, slots=True)
class Model:
    """A reader and the decision that was learned from its readings."""

    reader: Reader
    decision: Decision
