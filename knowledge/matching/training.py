"""Fits the model to what a pack has to learn from; needed only when there is no fitted model on disk."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.library import Library
from knowledge.matching.calibration import Judged, learn_decision
from knowledge.matching.coverage import Coverage
from knowledge.matching.decision import Reading
from knowledge.matching.examples import NOT_OURS, Material, material
from knowledge.matching.familiarity import Familiarity
from knowledge.matching.language import LanguageModel
from knowledge.matching.meaning import Embed, Meaning
from knowledge.matching.model import Model, Reader
from knowledge.matching.odds import Odds
from knowledge.matching.ranking import SIGNALS, Ranker, Signals
from knowledge.matching.sense import Features, Sense, Sums
from knowledge.matching.sparse import Floats, Integers, Rows
from knowledge.matching.spelling import Speller
from knowledge.matching.terms import Stems, kinds
from knowledge.matching.vectors import Space
from knowledge.matching.verbatim import Verbatim
from knowledge.matching.wordvectors import word_vectors
from knowledge.text import words

# What a sentence of an answer counts beside a way to ask.
TOLD_SHARE = 0.2
# Examples are held out in turn, a twentieth at a time, so that what reads them has nearly all others to learn from.
TURNS = 20
# Some twenty weights are learned from what is held out: this many examples are plenty.
HELD_OUT = 2_200
# Of a turn of a large base no more are read, evenly spread: each reading has numbers for every label.
MOST_OF_A_TURN = 2_500
# A word that one text alone has may be a misspelling.
TEXTS_PER_WORD = 2
SEED = 20261123


def fit(library: Library, embed: Embed | None = None) -> Model:
    """Fit a model to a pack; takes seconds, and with a sentence model (`embed`) minutes."""
    return fit_material(material(library), embed)


def fit_like(library: Library, base: Model) -> Model:
    """Fit a model to a pack that is another with few changes; what signals weigh and the decision are those of `base`.

    Both packs must speak of the same kinds of things; the entries may differ.
    """
    workshop = Workshop.open(material(library))
    reader = workshop.reader(np.arange(len(workshop.examples)))
    return Model(replace(reader, ranker=base.reader.ranker), base.decision)


def fit_material(learned: Material, embed: Embed | None = None) -> Model:
    """Fit a model to examples with labels, of a pack or of any other origin."""
    workshop = Workshop.open(learned, embed)
    everything = np.arange(len(workshop.examples))
    reader = workshop.reader(everything)
    read, targets = zip(*workshop.held_out(), strict=True)
    reader = replace(reader, ranker=Ranker.learn([reading.signals for reading in read], list(targets)))
    ranked = [
        Judged(replace(reading, total=reader.ranker.scores(reading.signals)), frozenset({target}))
        for reading, target in zip(read, targets, strict=True)
    ]
    asked = [Judged(reader.read(text), right) for text, right in learned.judged]
    return Model(reader, learn_decision(ranked, asked, not_ours=learned.labels.index(NOT_OURS)))


@dataclass(frozen=True)
class Workshop:
    """What every fit to some of the examples shares; `embed` is the sentence model, if there is one."""

    learned: Material
    space: Space
    speller: Speller
    stems: Stems
    asked: list[list[str]]
    examples: Rows
    told: Rows
    told_targets: Integers
    targets: Integers
    features: Features
    sensed: Floats
    sums: Sums
    language: LanguageModel
    embed: Embed | None
    embedded: Floats | None

    @classmethod
    def open(cls, learned: Material, embed: Embed | None = None) -> "Workshop":
        """Do what is the same for all of them: learn the terms, and turn every text into a vector."""
        asked = list(map(words, learned.examples.texts))
        said = list(map(words, learned.told.texts))
        languages = tuple(dict.fromkeys(learned.examples.languages))
        stems = Stems(languages)
        space, examples = Space.learn_rows(kinds(stems, learned.lexicon), asked)
        told, told_targets = space.rows(said), np.array(learned.told.targets, dtype=np.int64)
        features, targets = Features(word_vectors()), np.array(learned.examples.targets)
        sensed = features.vectors.texts(asked)
        ways = np.arange(len(asked) - learned.names)
        spoken = np.array([languages.index(code) for code in learned.examples.languages])
        return cls(
            learned=learned,
            space=space,
            speller=Speller(_spelt_right(asked, said, learned.lexicon.words)),
            stems=stems,
            asked=asked,
            examples=examples,
            told=replace(told, values=told.values * np.float32(TOLD_SHARE)),
            told_targets=told_targets,
            targets=targets,
            features=features,
            sensed=sensed,
            sums=Sums.of(features, sensed, targets, len(learned.labels)),
            language=LanguageModel(
                languages, Odds.learn(examples.pick(ways), spoken[ways], len(languages), space.width)
            ),
            embed=embed,
            embedded=embed(learned.examples.texts) if embed else None,
        )

    def reader(self, rows: Integers) -> Reader:
        """Make a reader that knows some of the examples; its ranker has yet to be learned."""
        examples, targets = self.examples.pick(rows), self.targets[rows]
        ours = targets != self.learned.labels.index(NOT_OURS)
        return Reader(
            labels=self.learned.labels,
            space=self.space,
            speller=self.speller,
            signals=self._signals(rows, examples, targets),
            verbatim=Verbatim.learn((self.asked[row] for row in rows.tolist()), targets.tolist()),
            familiarity=Familiarity.learn(examples, ours, self.space.width, SEED),
            ranker=Ranker(np.ones(len(SIGNALS))),
            language=self.language,
            meaning=self._meaning(rows),
        )

    def _meaning(self, rows: Integers) -> Meaning | None:
        if self.embed is None or self.embedded is None:
            return None
        return Meaning.learn(self.embed, self.embedded[rows], self.targets[rows], len(self.learned.labels))

    def _signals(self, rows: Integers, examples: Rows, targets: Integers) -> Signals:
        labels, width = len(self.learned.labels), self.space.width
        together, owners = _under_each_other(examples, self.told), np.concatenate([targets, self.told_targets])
        return Signals(
            odds=Odds.learn(together, owners, labels, width),
            coverage=Coverage.learn(self.stems, self.space.blocks[0], together, owners, labels),
            sense=self._sense(rows),
            entries=self.learned.entries,
        )

    def _sense(self, rows: Integers) -> Sense:
        left_out = np.setdiff1d(np.arange(len(self.asked)), rows)
        beside = Sums.of(self.features, self.sensed[left_out], self.targets[left_out], len(self.learned.labels))
        return Sense.learn(self.features, self.sums.without(beside))

    def held_out(self) -> Iterator[tuple[Reading, int]]:
        """Yield readings of examples by readers that have not seen them, with the label of each."""
        turn = _turns(self.targets)
        turns = max(1, min(TURNS, -(-HELD_OUT * TURNS // len(turn))))
        for number in range(turns):
            reader = self.reader(np.flatnonzero(turn != number))
            for row in _spread(np.flatnonzero(turn == number), MOST_OF_A_TURN).tolist():
                yield reader.read(self.learned.examples.texts[row]), int(self.targets[row])


def _spelt_right(asked: Sequence[Sequence[str]], told: Sequence[Sequence[str]], lexicon: frozenset[str]) -> set[str]:
    counts = Counter(word for typed in asked for word in set(typed))
    often = {word for word, count in counts.items() if count >= TEXTS_PER_WORD}
    return often.union(lexicon, *told)


def _turns(targets: Integers) -> Integers:
    """Give each example its turn to be held out, so that each label's examples are spread over the turns."""
    random = np.random.default_rng(SEED)
    turn = np.zeros(len(targets), dtype=np.int64)
    for label in np.unique(targets):
        rows = random.permutation(np.flatnonzero(targets == label))
        turn[rows] = (np.arange(len(rows)) + random.integers(TURNS)) % TURNS
    return turn


def _spread(rows: Integers, most: int) -> Integers:
    """Give up to so many of the rows, at even distances."""
    return rows if len(rows) <= most else rows[np.linspace(0, len(rows) - 1, most).astype(np.int64)]


def _under_each_other(upper: Rows, lower: Rows) -> Rows:
    return Rows(
        np.concatenate([upper.starts, upper.starts[-1] + lower.starts[1:]]),
        np.concatenate([upper.columns, lower.columns]),
        np.concatenate([upper.values, lower.values]),
    )
