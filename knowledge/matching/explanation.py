"""Why a question was read as it was: the candidates, what each signal adds to them, and where the lines lie."""

from dataclasses import dataclass

import numpy as np

from knowledge.matching.decision import Judgement
from knowledge.matching.model import Model
from knowledge.matching.ranking import SIGNALS, probabilities
from knowledge.text import words

# The best and its runners-up.
EXPLAINED = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label, its probability beside the others, and what each signal adds to its score."""

    label: str
    probability: float
    signals: dict[str, float]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a question was read. `mended` are its words with those of the base that unknown ones were taken for."""

    mended: tuple[str, ...]
    known_share: float
    familiar: float
    judgement: Judgement
    answer_from: float
    offer_from: float
    candidates: tuple[Candidate, ...]


def explain(model: Model, question: str) -> Explanation:
    """Read a question again and tell what was seen."""
    reader, decision = model.reader, model.decision
    reading = reader.read(question)
    added = reader.ranker.weights[:, np.newaxis] * reading.signals
    shares = probabilities(reading.total)
    return Explanation(
        mended=tuple(reader.speller.mend(words(question))),
        known_share=reading.known_share,
        familiar=reading.familiar,
        judgement=decision.judge(reading),
        answer_from=decision.answer_from,
        offer_from=decision.offer_from,
        candidates=tuple(
            Candidate(
                label=reader.labels[place],
                probability=float(shares[place]),
                signals={name: round(float(value), 2) for name, value in zip(SIGNALS, added[:, place], strict=True)},
            )
            for place in np.argsort(-reading.total)[:EXPLAINED].tolist()
        ),
    )
