"""Recognises what a short message wants of the last answer: its source, simpler, more, an example, why, back, again."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from knowledge.dialogue.likeness import Floats, Likeness, Text
from knowledge.dialogue.wordings import ACTS, FollowUpAct, Wording, Wordings
from knowledge.languages import Language
from knowledge.shelf import Arrays, Shelf
from knowledge.text import clauses, words

# From this likeness on (1 is the same) a wording counts as misspelt, not as another one; shorter ones have too few
# letters to tell.
MISSPELT = 0.86
SHORTEST = 5
# Longer messages say something of their own; an act in them has to stand in a clause of its own.
LONGEST = 9
# How much the linear model gives way to single wordings (the penalty of a ridge regression).
PENALTY = 0.5
# The share of the linear model in a likeness; the rest is the nearest wording's.
LINEAR_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Act:
    """An act that was recognised: in which language's wordings, and how plainly, from 0 (not) to 1 (as it is known).

    `length` is how many words were compared: a single word says little about its language. `whole` tells that it was
    the whole message, not a clause of it.
    """

    name: FollowUpAct
    language: Language
    likeness: float
    length: int
    whole: bool = True

    @property
    def plain(self) -> bool:
        """Tell whether the act is worded as it is known."""
        return self.likeness == 1.0


class ActReader:
    """Compares messages with the wordings of every act: as they are, with slips of the finger, by their words."""

    def __init__(self, wordings: Mapping[Language, Wordings], shelf: Shelf) -> None:
        """Learn the wordings, or take what was learned from the shelf."""
        self._wordings = wordings
        self._exact = {language: _exact(known, known.acts) for language, known in wordings.items()}
        learned = {language: _exact(known, known.learned) for language, known in wordings.items()}
        rows = [(core, language, act) for language, known in learned.items() for core, act in known.items()]
        self._rows = [(language, act) for _, language, act in rows]
        self._texts = [" ".join(core) for core, _, _ in rows]
        self._by_length = sorted(range(len(rows)), key=lambda place: len(self._texts[place]))
        self._sorted = [self._texts[place] for place in self._by_length]
        self._lengths = [*map(len, self._sorted)]
        self._known = frozenset(word for text in self._texts for word in text.split())
        targets = [ACTS.index(act) if act else len(ACTS) for _, act in self._rows]
        self._likeness, self._linear = _learned(list(zip(self._texts, targets, strict=True)), shelf)

    def read(self, text: str, prior: Language, *, plainly: bool = False) -> Act | None:
        """Give the likeliest act of a message; None if it is like none, or not a known wording and wanted `plainly`.

        A likeness of 1 means that the message, or the clause at its end, is a known wording.
        """
        typed = words(text)
        if plain := self._plain(typed, prior):
            return plain
        if plainly:
            return None
        clause = self._in_clause(text, prior)
        if clause or not typed or len(typed) > LONGEST:
            return clause
        return self._misspelt(typed, prior) or self._alike(typed, prior)

    def _in_order(self, prior: Language) -> Sequence[Language]:
        return sorted(self._wordings, key=lambda code: code != prior)

    def _plain(self, typed: Sequence[str], prior: Language) -> Act | None:
        for language in self._in_order(prior):
            core = self._wordings[language].core(typed)
            if act := self._exact[language].get(core):
                return Act(act, language, 1.0, len(core))
        return None

    def _in_clause(self, text: str, prior: Language) -> Act | None:
        """Find an act in the last clause of a message; one word alone is too little there."""
        parts = [words(clause) for clause in clauses(text)]
        found = self._plain(parts[-1], prior) if len(parts) > 1 and len(parts[-1]) > 1 else None
        return replace(found, whole=False) if found else None

    def _misspelt(self, typed: Sequence[str], prior: Language) -> Act | None:
        cores = dict.fromkeys(" ".join(self._wordings[language].core(typed)) for language in self._in_order(prior))
        for text in cores:
            if len(text) < SHORTEST:
                continue
            first, last = self._within_reach(len(text))
            found = process.extractOne(text, self._sorted[first:last], scorer=fuzz.ratio, score_cutoff=100 * MISSPELT)
            # A word more or less is another wording, however like it looks.
            if found and found[0].count(" ") == text.count(" "):
                meant, act = self._rows[self._by_length[first + found[2]]]
                return Act(act, meant, found[1] / 100, len(typed)) if act else None
        return None

    def _within_reach(self, length: int) -> tuple[int, int]:
        """Give from where to where the wordings stand that are not too short or too long to be like a text."""
        # The ratio is twice what both share, which the shorter one bounds, over the sum of their lengths.
        share = MISSPELT / (2 - MISSPELT)
        return bisect_left(self._lengths, length * share), bisect_right(self._lengths, length / share)

    def _alike(self, typed: Sequence[str], prior: Language) -> Act | None:
        text = " ".join(self._wordings[prior].core(typed))
        vector = self._likeness.vector(text)
        nearest = self._likeness.texts.scores(vector)
        fits = (1 - LINEAR_SHARE) * nearest + LINEAR_SHARE * (vector.weights @ self._linear[vector.columns])
        # What is no act is one of the labels: an act is as likely as it stands out from that.
        apart = fits[:-1] - np.maximum(fits[-1], 0)
        best = int(np.argmax(apart))
        likeness = float(np.clip(apart[best], 0, 0.99)) * self._share_known(text)
        return Act(ACTS[best], prior, likeness, len(typed)) if likeness > 0 else None

    def _share_known(self, text: str) -> float:
        """Tell which share of the letters is in words that acts are made of: what else is there is a subject."""
        typed = text.split()
        return sum(len(word) for word in typed if word in self._known) / max(1, sum(map(len, typed)))


def _exact(known: Wordings, acts: Mapping[FollowUpAct, tuple[Wording, ...]]) -> dict[Wording, FollowUpAct | None]:
    """Give the act of each wording, None for what only looks like one; of two that share a wording, the first."""
    listed: list[tuple[Wording, FollowUpAct | None]]
    listed = [(known.core(wording), act) for act in ACTS for wording in acts[act]]
    listed += [(known.core(question), None) for question in known.questions]
    return dict(reversed(listed))


def _learned(texts: Sequence[Text], shelf: Shelf) -> tuple[Likeness, Floats]:
    """Give how like a text is to the wordings of each act, and the linear model that weighs its terms."""
    count = len(ACTS) + 1

    def learn() -> Arrays:
        likeness = Likeness.learn(texts, count)
        targets = np.array([target for _, target in texts])
        return {"linear": _ridge(likeness, [text for text, _ in texts], targets, count), **likeness.arrays()}

    arrays = shelf.get("acts", (f"{target} {text}" for text, target in texts), learn)
    return Likeness.of_arrays(arrays, count), arrays["linear"]


def _ridge(likeness: Likeness, texts: Sequence[str], targets: NDArray[np.int64], count: int) -> Floats:
    """Fit one linear model per label at once, in closed form: columns by labels."""
    matrix = likeness.space.rows([*map(words, texts)]).matrix(likeness.space.width)
    wanted = np.eye(count, dtype=np.float32)[targets]
    kernel = (matrix @ matrix.T).toarray() + PENALTY * np.eye(len(targets), dtype=np.float32)
    return np.asarray(matrix.T @ np.linalg.solve(kernel, wanted), dtype=np.float32)
