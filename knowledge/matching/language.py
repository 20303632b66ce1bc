"""Which language a message is in: what its words say, against what was to be expected."""

from collections.abc import Sequence

import numpy as np

from knowledge.languages import Language
from knowledge.matching.odds import Odds
from knowledge.matching.sparse import Floats
from knowledge.matching.vectors import Vector

# A single word says little of its writer's language, and a name says nothing: it never changes the language.
FEWEST_WORDS = 2
# How much stronger than the expected language another one must be, as a difference of added log-odds, which is about 60
# for a sentence of four words or more: a language that was chosen with /language gives way only to a message that is
# plainly in another.
EXPECTED_LEAD = 4.0
CHOSEN_LEAD = 20.0


class LanguageModel:
    """Scores the languages of the pack for a vector; learned from all its texts."""

    def __init__(self, languages: Sequence[Language], odds: Odds) -> None:
        """Take the languages and the odds of their terms, a label each."""
        self.languages = tuple(languages)
        self.odds = odds

    def scores(self, question: Vector) -> Floats:
        """Give the log-odds of each language against the others."""
        return np.asarray(self.odds.scores(question).sum(axis=0), dtype=np.float32)

    def choose(self, scores: Floats, word_count: int, expected: Language, *, chosen: bool) -> Language:
        """Pick the language of a message; `chosen` tells that the expected one was picked by the person."""
        if word_count < FEWEST_WORDS or expected not in self.languages:
            return expected
        lead = CHOSEN_LEAD if chosen else EXPECTED_LEAD
        best = int(np.argmax(scores))
        return self.languages[best] if scores[best] - scores[self.languages.index(expected)] > lead else expected
